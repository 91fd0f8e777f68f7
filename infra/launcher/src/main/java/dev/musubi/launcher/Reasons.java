package dev.musubi.launcher;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a process is not ready, in the reader's language as far as the reason is a known one. */
final class Reasons {
  private static final Map<String, String> KNOWN =
      Map.of(
          "starting", "reason.starting",
          "stopped", "reason.stopped",
          "does not listen yet", "reason.closed",
          "does not answer in time", "reason.late");
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "ended with code ", "reason.ended",
          "answers with status ", "reason.status");

  private Reasons() {}

  static String of(@Nullable String reason) {
    if (reason == null) {
      return "";
    }
    var known = KNOWN.get(reason);
    return known != null
        ? Texts.of(known)
        : BEGINNINGS.entrySet().stream()
            .filter(it -> reason.startsWith(it.getKey()))
            .findFirst()
            .map(it -> Texts.of(it.getValue(), reason.substring(it.getKey().length())))
            .orElse(reason);
  }
}
