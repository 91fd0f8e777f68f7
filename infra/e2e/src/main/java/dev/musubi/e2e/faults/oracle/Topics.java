package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.oracle.Facts.Sent;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The versions of a key on its topic grow by one each, no event is there twice, the last is what
 * its table says, and every service that keeps a copy keeps the last.
 */
final class Topics {
  private final Facts facts;
  private final List<Violation> found = new ArrayList<>();

  Topics(Facts facts) {
    this.facts = facts;
  }

  List<Violation> judge() {
    var last = last();
    facts
        .sources()
        .forEach(
            (topic, versions) ->
                versions.forEach((id, version) -> compareSource(topic, id, version, last)));
    facts
        .copies()
        .forEach(
            (copy, versions) -> {
              var parts = copy.split(" ", 2);
              compareCopy(parts[1], parts[0], versions, last);
            });
    return found;
  }

  private Map<String, Map<String, Sent>> last() {
    var ids = new HashSet<String>();
    var last = new HashMap<String, Map<String, Sent>>();
    for (var sent : facts.sent()) {
      if (!ids.add(sent.topic() + sent.id())) {
        violated(Rule.TWICE, sent, "the same event is there a second time");
      }
      var before = last.computeIfAbsent(sent.topic(), _ -> new HashMap<>()).put(sent.key(), sent);
      if (before != null && sent.version() <= before.version()) {
        violated(Rule.BACKWARDS, sent, "comes after version " + before.version());
      } else if (before != null && sent.version() > before.version() + 1) {
        violated(Rule.GAP, sent, "comes right after version " + before.version());
      }
    }
    return last;
  }

  private void compareSource(
      String topic, String id, long version, Map<String, Map<String, Sent>> last) {
    var sent = last.getOrDefault(topic, Map.of()).get(id);
    if (sent == null || sent.version() < version) {
      var there = sent == null ? "nothing" : "version " + sent.version();
      found.add(
          new Violation(
              Rule.LOST,
              "%s of %s is at version %d in its table, on the topic is %s"
                  .formatted(id, topic, version, there)));
    } else if (sent.version() > version) {
      violated(Rule.LOST, sent, "its table is at version " + version);
    }
  }

  private void compareCopy(
      String topic, String table, Map<String, Long> versions, Map<String, Map<String, Sent>> last) {
    for (var sent : last.getOrDefault(topic, Map.of()).values()) {
      Long kept = versions.get(sent.key());
      var gone = sent.text().isEmpty();
      if (!gone && (kept == null || kept != sent.version())) {
        violated(Rule.COPY_DIFFERS, sent, table + " has " + (kept == null ? "nothing" : kept));
      }
    }
  }

  private void violated(Rule rule, Sent sent, String how) {
    found.add(
        new Violation(
            rule,
            "version %d of %s at %s-%d@%d: %s"
                .formatted(
                    sent.version(),
                    sent.key(),
                    sent.topic(),
                    sent.partition(),
                    sent.offset(),
                    how)));
  }
}
