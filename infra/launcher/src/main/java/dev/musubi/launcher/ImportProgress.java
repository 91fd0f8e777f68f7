package dev.musubi.launcher;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Tells how far an import is: rows, the share of the file, rows a second. */
final class ImportProgress {
  private final Instant begun = Instant.now();
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private String last = "";

  void show(JsonNode view) {
    var rows = view.path("rowsRead").asLong(0);
    var text =
        Texts.of(
            "import.progress",
            view.path("percent").asInt(0),
            rows,
            "%.0f".formatted(rows / Math.max(0.5, seconds(begun))),
            view.path("rejected").asLong(0));
    if (!text.equals(last)) {
      last = text;
      // A log keeps every line; a screen shows the last.
      System.out.print(terminal ? "\r" + text : text + System.lineSeparator());
      System.out.flush();
    }
  }

  static void summary(JsonNode end) {
    System.out.println(
        Texts.of(
            "import.done",
            end.path("rowsRead").asLong(0),
            end.path("created").asLong(0),
            end.path("updated").asLong(0),
            end.path("unchanged").asLong(0),
            end.path("rejected").asLong(0),
            end.path("published").asLong(0)));
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }
}
