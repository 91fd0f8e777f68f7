package dev.musubi.launcher;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is late, stuck or away, as each service says of itself. */
record Worries(Api api) {

  /** A line for each; none when all is well. */
  List<String> of(List<Service> services) {
    var lines = new ArrayList<String>();
    for (var service : services) {
      try {
        var report = api.json(api.request(api.of(service, "/internal/operation")).GET());
        report.path("readings").forEach(reading -> add(service, reading, lines));
      } catch (CommandFailure away) {
        lines.add(Texts.of("worry.silent", service.id(), String.valueOf(away.getMessage())));
      }
    }
    return lines;
  }

  private static void add(Service service, JsonNode reading, List<String> lines) {
    if (!reading.path("late").asBoolean(false)) {
      return;
    }
    var what = reading.path("what").asString("");
    var of = reading.path("of").asString("");
    lines.add(
        Texts.of(
            "worry." + reading.path("kind").asString(""),
            service.id(),
            of.isEmpty() ? what : what + " " + of,
            reading.path("count").asLong(0),
            reading.path("oldestSeconds").asLong(0),
            reading.path("trouble").asString("")));
  }
}
