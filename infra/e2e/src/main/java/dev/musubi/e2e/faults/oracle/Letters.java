package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.inject.Poison;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every poisoned record is a dead letter of each of its consumers, and nothing else is one. */
final class Letters {
  private final Facts facts;
  private final List<Poison.Place> poison;

  Letters(Facts facts, List<Poison.Place> poison) {
    this.facts = facts;
    this.poison = poison;
  }

  List<Violation> judge() {
    var found = new ArrayList<Violation>();
    for (var letter : facts.deadLetters()) {
      if (!letter.poison()) {
        found.add(new Violation(Rule.DEAD_LETTER, "of a record that is all right: " + letter));
      } else if (letter.reason().isBlank()) {
        found.add(new Violation(Rule.DEAD_LETTER, "without a reason: " + letter));
      }
    }
    var there =
        facts.deadLetters().stream()
            .map(it -> key(it.consumer(), it.topic(), it.partition(), it.offset()))
            .collect(Collectors.toSet());
    for (var place : poison) {
      for (var consumer : facts.consumers().getOrDefault(place.topic(), List.of())) {
        if (!there.contains(key(consumer, place.topic(), place.partition(), place.offset()))) {
          found.add(
              new Violation(Rule.DEAD_LETTER, "none of " + consumer + " for the record " + place));
        }
      }
    }
    return found;
  }

  private static String key(String consumer, String topic, int partition, long offset) {
    return consumer + " " + topic + "-" + partition + "@" + offset;
  }
}
