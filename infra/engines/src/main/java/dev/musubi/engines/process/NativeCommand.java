package dev.musubi.engines.process;

import java.util.ArrayList;
import java.util.List;

/** The command line of a process that is not Java's, on a leash held by a shell. */
public final class NativeCommand {
  /**
   * Descriptor 3 is the leash. At its end the process gets the signal that is $1; when the process
   * ends first, its code becomes the shell's. The reader is a built-in of the shell, so nothing but
   * this shell and the process is ever running.
   */
  private static final String LEASH =
      """
      signal=$1; shift
      exec 3<&0 </dev/null
      "$@" 3<&- &
      child=$!
      { while read -r _ <&3; do :; done; kill -s "$signal" "$child" 2>/dev/null; } &
      reader=$!
      wait "$child"; code=$?
      kill "$reader" 2>/dev/null
      exit "$code"
      """;

  private NativeCommand() {}

  /**
   * @param signal that asks the process for an orderly end, without SIG
   */
  public static List<String> onLeash(String signal, List<String> words) {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", LEASH, "leash", signal));
    command.addAll(words);
    return List.copyOf(command);
  }
}
