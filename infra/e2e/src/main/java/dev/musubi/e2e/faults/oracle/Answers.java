package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.load.Marks;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people said is kept once, as they said it: answers to matches, words in deals, sign-ups for
 * digests and their ends.
 */
final class Answers {
  private final Ledger ledger;
  private final Facts facts;
  private final List<Violation> found = new ArrayList<>();

  Answers(Ledger ledger, Facts facts) {
    this.ledger = ledger;
    this.facts = facts;
  }

  List<Violation> judge() {
    feedback();
    words();
    ledger.subscriptions().forEach(this::subscription);
    return found;
  }

  private void feedback() {
    var kept = facts.feedback().stream().collect(Collectors.groupingBy(Facts.Feedback::comment));
    var told = told();
    for (var answer : ledger.answers()) {
      var rows = kept.getOrDefault(Marks.text(answer.mark(), 0), List.of());
      if (rows.isEmpty() && answer.acknowledged()) {
        violated(Rule.LOST, "answer " + answer);
      } else if (rows.size() > 1) {
        violated(Rule.TWICE, rows.size() + " rows of answer " + answer);
      } else if (!rows.isEmpty()) {
        var row = rows.getFirst();
        var onTopic = told.getOrDefault(answer.match(), "nothing");
        if (!row.match().equals(answer.match()) || !row.answer().equals(answer.answer())) {
          violated(Rule.LOST, "answer " + answer + " is kept as " + row);
        } else if (!onTopic.equals(answer.answer())) {
          violated(Rule.LOST, "answer " + answer + " is told to others as " + onTopic);
        }
      }
    }
  }

  /** The answer in the last event of each match. */
  private Map<String, String> told() {
    var told = new HashMap<String, String>();
    for (var sent : facts.sent()) {
      if (sent.topic().equals("musubi.match.v1") && !sent.text().isEmpty()) {
        var answer = JsonMapper.shared().readTree(sent.text()).path("feedback");
        var words = answer.path("answer").asString("") + " " + answer.path("reason").asString("");
        told.put(sent.key(), words.strip());
      }
    }
    return told;
  }

  private void words() {
    var kept = facts.messages().stream().collect(Collectors.groupingBy(it -> it));
    for (var word : ledger.said()) {
      int rows = kept.getOrDefault(Marks.text(word.mark(), 0), List.of()).size();
      if (rows == 0 && word.acknowledged()) {
        violated(Rule.LOST, "message " + word);
      } else if (rows > 1) {
        violated(Rule.TWICE, rows + " rows of message " + word);
      }
    }
  }

  private void subscription(Subscribed one) {
    var state = facts.subscriptions().get(one.email());
    if (one.requests() > 0 && state == null) {
      violated(Rule.LOST, "subscription " + one);
    } else if (one.ended() != null && !"UNSUBSCRIBED".equals(state)) {
      violated(Rule.LOST, "end of " + one + ": " + state);
    } else if (one.confirmed() && !one.leaving() && !"CONFIRMED".equals(state)) {
      violated(Rule.LOST, "confirmation of " + one + ": " + state);
    }
  }

  private void violated(Rule rule, String what) {
    found.add(new Violation(rule, what));
  }
}
