package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.oracle.Facts.Alert;
import dev.musubi.e2e.faults.oracle.Facts.Delivery;
import dev.musubi.e2e.faults.oracle.Facts.Mail;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever should be told was told, once: in the page, by mail, by a call. A mail and a call may be
 * repeated when a process dies in the middle; then they carry the same id, and count once.
 */
final class Telling {
  private final Ledger ledger;
  private final Facts facts;
  private final Set<String> hooked;
  private final List<Violation> found = new ArrayList<>();

  Telling(Ledger ledger, Facts facts, Set<String> hooked) {
    this.ledger = ledger;
    this.facts = facts;
    this.hooked = hooked;
  }

  List<Violation> judge() {
    alerts();
    mails();
    calls();
    confirmations();
    return found;
  }

  private void alerts() {
    var told = new HashMap<String, Integer>();
    for (var alert : facts.told().alerts()) {
      told.merge(alert.organisation() + " " + alert.key(), 1, Integer::sum);
    }
    told.forEach(
        (what, times) -> {
          if (times > 1) {
            violated(Rule.TOLD_TWICE, times + " alerts " + what);
          }
        });
    for (var due : new TreeSet<>(due())) {
      if (!told.containsKey(due)) {
        violated(Rule.NOT_TOLD, "no alert " + due);
      }
    }
  }

  /**
   * Matches that a listing brought and that were worth it when their event was sent, and inquiries.
   * An alert about a need that was paused or changed meanwhile may be left out, so those needs do
   * not count.
   */
  private Set<String> due() {
    var due = new HashSet<String>();
    var steady = steadyNeeds();
    for (var sent : facts.sent()) {
      if (sent.text().isEmpty()) {
        continue;
      }
      var state = JsonMapper.shared().readTree(sent.text());
      if (sent.topic().equals("musubi.match.v1") && isWorth(state, steady)) {
        due.add(state.path("needOrganisationId").asString() + " MATCH:" + sent.key());
      }
      if (sent.topic().equals("musubi.deal.v1")
          && state.path("stage").asString().equals("INQUIRY")) {
        due.add(state.path("ownerId").asString() + " INQUIRY:" + sent.key());
      }
    }
    return due;
  }

  private static boolean isWorth(JsonNode match, Set<String> steady) {
    return match.path("state").asString().equals("ACTIVE")
        && match.path("foundBy").asString().equals("LISTING")
        && match.path("worthAlert").asBoolean()
        && !match.path("feedback").isObject()
        && steady.contains(match.path("needId").asString());
  }

  /** Needs that have been active from their first event on, and want to be told at once. */
  private Set<String> steadyNeeds() {
    var steady = new HashMap<String, Boolean>();
    for (var sent : facts.sent()) {
      if (sent.topic().equals("musubi.need.v1")) {
        var state = JsonMapper.shared().readTree(sent.text().isEmpty() ? "{}" : sent.text());
        steady.merge(
            sent.key(),
            state.path("state").asString("").equals("ACTIVE")
                && state.at("/alerts/frequency").asString("").equals("AT_ONCE"),
            Boolean::logicalAnd);
      }
    }
    return steady.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void mails() {
    var arrived =
        facts.told().mails().stream()
            .collect(Collectors.groupingBy(Mail::id, Collectors.counting()));
    var perSubject = new HashMap<String, Integer>();
    for (var delivery : facts.told().deliveries()) {
      long times = arrived.getOrDefault(delivery.id(), 0L);
      perSubject.merge(delivery.recipient() + " " + delivery.key(), 1, Integer::sum);
      if (times == 0 && delivery.state().equals("SENT")) {
        violated(Rule.NOT_TOLD, "mail " + delivery + " is said to be sent and has not arrived");
      } else if (times > 0 && !delivery.state().equals("SENT")) {
        violated(Rule.TOLD_TWICE, "mail " + delivery + " has arrived all the same");
      }
    }
    perSubject.forEach(
        (what, times) -> {
          if (times > 1) {
            violated(Rule.TOLD_TWICE, times + " mails " + what);
          }
        });
    undelivered();
  }

  /** An alert that is to be mailed has its mail; what was not sent has a reason. */
  private void undelivered() {
    var delivered =
        facts.told().deliveries().stream().map(Delivery::key).collect(Collectors.toSet());
    for (var mailing : facts.told().mailings()) {
      if (!delivered.contains(mailing)) {
        violated(Rule.NOT_TOLD, "no mail to anybody about " + mailing);
      }
    }
    for (var delivery : facts.told().deliveries()) {
      if (Set.of("FAILED", "BOUNCED").contains(delivery.state())) {
        violated(Rule.NOT_TOLD, "mail " + delivery);
      }
    }
  }

  private void calls() {
    var taken = new HashMap<String, Set<String>>();
    for (var call : facts.told().called()) {
      taken.computeIfAbsent(call.alert(), _ -> new HashSet<>()).add(call.id());
    }
    taken.forEach(
        (alert, ids) -> {
          if (ids.size() > 1) {
            violated(Rule.TOLD_TWICE, "calls about alert " + alert + " with the ids " + ids);
          }
        });
    for (var due : facts.told().due()) {
      var ids = taken.getOrDefault(due.alert(), Set.of());
      if (!ids.contains(due.id())) {
        violated(Rule.NOT_TOLD, "call " + due + " was not taken by the receiver");
      }
    }
    var planned = facts.told().due().stream().map(Facts.Due::alert).collect(Collectors.toSet());
    for (var alert : facts.told().alerts()) {
      if (hooked.contains(alert.organisation())
          && isOfTheLoad(alert)
          && !planned.contains(alert.id())) {
        violated(Rule.NOT_TOLD, "no call about alert " + alert);
      }
    }
  }

  /** The webhook is younger than alerts of before the load. */
  private boolean isOfTheLoad(Alert alert) {
    var needs =
        ledger.entries().stream()
            .filter(it -> it.kind() == Aggregate.NEED)
            .map(Ledger.Entry::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return alert.key().startsWith("FIRST:") && needs.contains(alert.key().substring(6));
  }

  private void confirmations() {
    var byAddress = facts.told().mails().stream().collect(Collectors.groupingBy(Mail::recipient));
    var deliveries =
        facts.told().deliveries().stream()
            .collect(Collectors.toMap(Delivery::id, Function.identity(), (one, _) -> one));
    for (var one : ledger.subscriptions()) {
      var asked =
          byAddress.getOrDefault(one.email(), List.of()).stream()
              .map(Mail::id)
              .distinct()
              .map(deliveries::get)
              .filter(it -> it != null && it.kind().equals("CONFIRMATION"))
              .count();
      if (one.requests() > 0 && asked == 0) {
        violated(Rule.NOT_TOLD, "no mail to confirm " + one);
      } else if (asked > one.requests() && !one.unsure()) {
        violated(Rule.TOLD_TWICE, asked + " mails to confirm " + one);
      }
    }
  }

  private void violated(Rule rule, String what) {
    found.add(new Violation(rule, what));
  }
}
