package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every consumer of a topic has handled every event of it, once. That an event was handled twice is
 * looked for by itself: most handlers could bear it, and nothing else would show it.
 */
final class Handling {
  private final Facts facts;

  Handling(Facts facts) {
    this.facts = facts;
  }

  List<Violation> judge() {
    var found = new ArrayList<Violation>();
    for (var sent : facts.sent()) {
      for (var consumer : facts.consumers().getOrDefault(sent.topic(), List.of())) {
        if (!facts.inbox().noted().contains(consumer + " " + sent.id())) {
          found.add(
              new Violation(
                  Rule.LOST,
                  "%s never handled event %s, version %d of %s"
                      .formatted(consumer, sent.id(), sent.version(), sent.key())));
        }
      }
    }
    facts.inbox().handled().stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach(
            (what, times) -> {
              if (times > 1) {
                found.add(new Violation(Rule.TWICE, "handled " + times + " times: " + what));
              }
            });
    return found;
  }
}
