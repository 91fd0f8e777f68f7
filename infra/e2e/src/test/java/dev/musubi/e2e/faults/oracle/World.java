package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.load.Marks;
import dev.musubi.e2e.faults.oracle.Facts.Row;
import dev.musubi.e2e.faults.oracle.Facts.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small world in which all is as it must be: a need and a listing of one subject, their match,
 * its alert with a mail and a call. Tests take something away or put something in.
 */
final class World {
  static final String FIRM = "firm";
  static final String NEED = "n-1";
  static final String LISTING = "l-1";
  static final String MATCH = "m-1";

  final Ledger ledger = new Ledger();
  final String needMark = ledger.mark(Aggregate.NEED);
  final String listingMark = ledger.mark(Aggregate.LISTING);
  final Map<Aggregate, List<Row>> rows = new HashMap<>();
  final Map<String, Map<String, Long>> sources = new HashMap<>();
  final Map<String, Map<String, Long>> copies = new HashMap<>();
  final List<Sent> sent = new ArrayList<>();
  final List<Facts.Document> documents = new ArrayList<>();
  final List<Facts.Pair> matches = new ArrayList<>();
  final List<Facts.Alert> alerts = new ArrayList<>();
  final List<Facts.Delivery> deliveries = new ArrayList<>();
  final List<String> mailings = new ArrayList<>();
  final List<Facts.Mail> mails = new ArrayList<>();
  final List<Facts.Due> due = new ArrayList<>();
  final List<Facts.Called> called = new ArrayList<>();
  final List<Facts.Feedback> feedback = new ArrayList<>();
  final List<String> messages = new ArrayList<>();
  final Set<String> noted = new HashSet<>();
  final List<String> handled = new ArrayList<>();
  final Map<String, String> subscriptions = new HashMap<>();
  final Map<String, Long> waiting = new HashMap<>();
  final List<String> behind = new ArrayList<>();
  final List<Facts.DeadLetter> letters = new ArrayList<>();

  World() {
    created(Aggregate.NEED, needMark, NEED, "ACTIVE");
    created(Aggregate.LISTING, listingMark, LISTING, "PUBLISHED");
    event(
        "musubi.need.v1",
        NEED,
        2,
        "{\"state\": \"ACTIVE\", \"alerts\": {\"frequency\": \"AT_ONCE\"}}");
    event("musubi.listing.v1", LISTING, 2, "{\"state\": \"PUBLISHED\"}");
    event("musubi.match.v1", MATCH, 1, found());
    sources.put("musubi.match.v1", new HashMap<>(Map.of(MATCH, 1L)));
    copies.put("matching.listing musubi.listing.v1", new HashMap<>(Map.of(LISTING, 2L)));
    documents.add(new Facts.Document("listings", LISTING, 3, 3));
    matches.add(new Facts.Pair(MATCH, NEED, LISTING, true));
    alerts.add(new Facts.Alert("a-1", FIRM, "MATCH:" + MATCH));
    mailings.add("MATCH:" + MATCH);
    deliveries.add(
        new Facts.Delivery("d-1", "account:1", "MATCH:" + MATCH, "MATCH", "SENT", false));
    mails.add(mail("d-1", "firm@example.org"));
    due.add(new Facts.Due("c-1", FIRM, "a-1", "DELIVERED"));
    called.add(new Facts.Called("c-1", "a-1"));
  }

  static String found() {
    return """
    {"state": "ACTIVE", "foundBy": "LISTING", "worthAlert": true, "needOrganisationId": "firm",
     "needId": "n-1", "listingId": "l-1"}
    """;
  }

  private void created(Aggregate kind, String mark, String id, String state) {
    ledger.creating(kind, "S1", mark, state);
    ledger.seen(mark, id, 2, state, 0);
    rows.computeIfAbsent(kind, _ -> new ArrayList<>())
        .add(new Row(id, 2, state, Marks.text(mark, 0)));
    sources.put(kind.topic(), new HashMap<>(Map.of(id, 2L)));
  }

  void event(String topic, String key, long version, String text) {
    var id = "e-" + sent.size();
    sent.add(new Sent(topic, 0, sent.size(), key, version, id, text));
    noted.add("matching.listing " + id);
    handled.add("matching.listing " + id);
  }

  /** The match is told of again, with an answer. */
  void matchAnswered(String answer) {
    event(
        "musubi.match.v1",
        MATCH,
        2,
        found().replace("{\"state\"", "{\"feedback\": " + answer + ", \"state\""));
    sources.put("musubi.match.v1", Map.of(MATCH, 2L));
  }

  /** An event of the only deal. */
  void deal(long version, String stage, String more) {
    var state = "{\"ownerId\": \"office\", \"seekerId\": \"seeker\", \"stage\": \"" + stage + "\"";
    event("musubi.deal.v1", "d", version, state + more + "}");
  }

  /** In the page and by mail. */
  void told(String organisation, String subject) {
    alerts.add(new Facts.Alert("a " + subject, organisation, subject));
    mailings.add(subject);
    deliveries.add(new Facts.Delivery("d " + subject, "account:2", subject, "DEAL", "SENT", false));
    mails.add(mail("d " + subject, "people@example.org"));
  }

  static Facts.Mail mail(String id, String recipient) {
    return new Facts.Mail(id, recipient, Instant.EPOCH);
  }

  /** One more row. */
  void also(Aggregate kind, Row row) {
    rows.computeIfAbsent(kind, _ -> new ArrayList<>()).add(row);
  }

  /** The row of an aggregate as it is now. */
  void row(Aggregate kind, String id, long version, String state, String text) {
    var all = rows.computeIfAbsent(kind, _ -> new ArrayList<>());
    all.removeIf(row -> row.id().equals(id));
    all.add(new Row(id, version, state, text));
  }

  Set<Violation.Rule> violated() {
    var facts =
        new Facts(
            rows,
            sources,
            copies,
            sent,
            documents,
            matches,
            new Facts.Told(alerts, deliveries, mailings, mails, due, called),
            feedback,
            messages,
            new Facts.Inbox(noted, handled),
            subscriptions,
            waiting,
            behind,
            letters,
            Map.of("musubi.listing.v1", List.of("matching.listing")));
    var rules = new HashSet<Violation.Rule>();
    new Oracle(ledger, facts)
        .judge(Set.of(FIRM), List.of())
        .forEach(violation -> rules.add(violation.rule()));
    return rules;
  }
}
