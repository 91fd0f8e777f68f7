package dev.musubi.engines.process;

import java.io.IOException;
import java.util.List;

/**
 * Puts the data folder in order (first start, remains of a crash) and says what to run. Called
 * before every start, also after a crash, so it must be repeatable.
 */
@FunctionalInterface
public interface Launch {
  /** Returns the command with its arguments; its standard input is the leash. */
  List<String> prepare() throws IOException;
}
