package dev.musubi.launcher;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of a log as a person reads it, whichever form the services were told to log in. */
final class LogLine {
  private static final JsonMapper JSON = new JsonMapper();

  private LogLine() {}

  /** JSON of the Elastic Common Schema in the order of a plain line; any other line as it is. */
  static String readable(String line) {
    if (!line.startsWith("{\"@timestamp\"")) {
      return line;
    }
    try {
      return plain(JSON.readTree(line));
    } catch (JacksonException cutOff) {
      return line;
    }
  }

  private static String plain(JsonNode line) {
    var trace = line.at("/trace/id").asString("");
    var stack = line.at("/error/stack_trace").asString("");
    return "%s %5s --- %s%s : %s%s"
        .formatted(
            line.path("@timestamp").asString(""),
            line.at("/log/level").asString(""),
            trace.isEmpty() ? "" : "[" + trace + "] ",
            line.at("/log/logger").asString(""),
            line.path("message").asString(""),
            stack.isEmpty() ? "" : System.lineSeparator() + stack.stripTrailing());
  }
}
