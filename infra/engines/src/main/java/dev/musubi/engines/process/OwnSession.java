package dev.musubi.engines.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C in a terminal reaches every process of the session. A child in a session of its own is
 * ended by its supervisor alone, in the right order. Where there is no {@code setsid} (macOS) it
 * merely ends at once.
 */
final class OwnSession {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private OwnSession() {}

  static List<String> of(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    var words = new ArrayList<>(List.of(SETSID.toString()));
    words.addAll(command);
    return words;
  }
}
