package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.oracle.Facts.Pair;
import dev.musubi.e2e.faults.oracle.Facts.Row;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Every pair of one subject that stands open matches, once, and none that does not stand open. */
final class Matching {
  private final Ledger ledger;
  private final Facts facts;
  private final List<Violation> found = new ArrayList<>();

  Matching(Ledger ledger, Facts facts) {
    this.ledger = ledger;
    this.facts = facts;
  }

  List<Violation> judge() {
    var needs = rows(Aggregate.NEED);
    var listings = rows(Aggregate.LISTING);
    var active = new HashMap<String, List<Pair>>();
    for (var pair : facts.matches()) {
      if (pair.active()) {
        active.computeIfAbsent(key(pair.need(), pair.listing()), _ -> new ArrayList<>()).add(pair);
        stands(pair, needs.get(pair.need()), "ACTIVE");
        stands(pair, listings.get(pair.listing()), "PUBLISHED");
      }
    }
    active.forEach(
        (_, pairs) -> {
          if (pairs.size() > 1) {
            found.add(new Violation(Rule.TWICE, "several matches of one pair: " + pairs));
          }
        });
    expected(needs, listings, active);
    onTopic();
    return found;
  }

  private Map<String, Row> rows(Aggregate kind) {
    return facts.rows().getOrDefault(kind, List.of()).stream()
        .collect(Collectors.toMap(Row::id, Function.identity(), (one, _) -> one));
  }

  private static String key(String need, String listing) {
    return need + " " + listing;
  }

  private void stands(Pair pair, @org.jspecify.annotations.Nullable Row row, String state) {
    if (row == null || !row.state().equals(state)) {
      var is = row == null ? "gone" : row.id() + " " + row.state();
      found.add(new Violation(Rule.WRONG_MATCH, pair + " is active, but " + is));
    }
  }

  private void expected(
      Map<String, Row> needs, Map<String, Row> listings, Map<String, List<Pair>> active) {
    var open =
        ledger.entries().stream()
            .filter(it -> it.kind() == Aggregate.LISTING && is(it, listings, "PUBLISHED"))
            .collect(Collectors.groupingBy(Ledger.Entry::subject));
    for (var need : ledger.entries()) {
      if (need.kind() == Aggregate.NEED && is(need, needs, "ACTIVE")) {
        for (var listing : open.getOrDefault(need.subject(), List.of())) {
          if (!active.containsKey(key(String.valueOf(need.id()), String.valueOf(listing.id())))) {
            found.add(
                new Violation(
                    Rule.MISSED_MATCH,
                    "need %s and listing %s of subject %s"
                        .formatted(need.id(), listing.id(), need.subject())));
          }
        }
      }
    }
  }

  private static boolean is(Ledger.Entry entry, Map<String, Row> rows, String state) {
    var row = entry.id() == null ? null : rows.get(entry.id());
    return row != null && row.state().equals(state);
  }

  /** What others hear: one id for a pair, however often it ends and comes back. */
  private void onTopic() {
    var ids = new HashMap<String, String>();
    for (var sent : facts.sent()) {
      if (sent.topic().equals("musubi.match.v1") && !sent.text().isEmpty()) {
        var state = JsonMapper.shared().readTree(sent.text());
        var pair = key(state.path("needId").asString(), state.path("listingId").asString());
        var before = ids.putIfAbsent(pair, sent.key());
        if (before != null && !before.equals(sent.key())) {
          found.add(
              new Violation(
                  Rule.TWICE, "pair " + pair + " was found as " + before + " and " + sent.key()));
        }
      }
    }
  }
}
