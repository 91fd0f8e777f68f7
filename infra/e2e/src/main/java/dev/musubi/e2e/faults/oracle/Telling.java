package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.oracle.Facts.Alert;
import dev.musubi.e2e.faults.oracle.Facts.Delivery;
import dev.musubi.e2e.faults.oracle.Facts.Mail;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whoever should be told was told, once: in the page, by mail, by a call. A mail and a call may be
 * repeated when a process dies in the middle; then they carry the same id, and count once.
 */
final class Telling {
  /** A mail that was handed to a process may go out when that process is awake again. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

  private final Ledger ledger;
  private final Facts facts;
  private final Set<String> hooked;
  private final Occasions occasions;
  private final List<Violation> found = new ArrayList<>();

  Telling(Ledger ledger, Facts facts, Set<String> hooked) {
    this.ledger = ledger;
    this.facts = facts;
    this.hooked = hooked;
    this.occasions = new Occasions(facts);
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
    occasions
        .alerts()
        .forEach(
            (due, story) -> {
              if (!told.containsKey(due)) {
                violated(Rule.NOT_TOLD, "no alert %s (%s)".formatted(due, story));
              }
            });
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
      } else if (times > 0 && !delivery.state().equals("SENT") && !delivery.repeated()) {
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
    for (var due : occasions.mails()) {
      if (!facts.told().mailings().contains(due)) {
        violated(Rule.NOT_TOLD, "no mail is meant to tell of " + due);
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
    var ids = ledger.entries().stream().map(Ledger.Entry::id).collect(Collectors.toSet());
    for (var alert : facts.told().alerts()) {
      if (hooked.contains(alert.organisation())
          && isOfTheLoad(alert, ids)
          && !planned.contains(alert.id())) {
        violated(Rule.NOT_TOLD, "no call about alert " + alert);
      }
    }
  }

  /** The webhook is younger than alerts of before the load. */
  private boolean isOfTheLoad(Alert alert, Set<String> ids) {
    var subject = alert.key().split(":", 2);
    return switch (subject[0]) {
      case "FIRST", "ANSWER", "ENDED" -> ids.contains(subject[1]);
      case "MATCH" ->
          facts.matches().stream()
              .anyMatch(pair -> pair.id().equals(subject[1]) && ids.contains(pair.need()));
      default -> false;
    };
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
      var end = one.ended();
      if (end != null) {
        unasked(one, end.plus(ON_THE_WAY), byAddress.getOrDefault(one.email(), List.of()));
      }
    }
  }

  private void unasked(Subscribed one, Instant end, List<Mail> mails) {
    for (var mail : mails) {
      if (mail.arrived().isAfter(end)) {
        violated(Rule.TOLD_UNASKED, mail + " after the end of " + one);
      }
    }
  }

  private void violated(Rule rule, String what) {
    found.add(new Violation(rule, what));
  }
}
