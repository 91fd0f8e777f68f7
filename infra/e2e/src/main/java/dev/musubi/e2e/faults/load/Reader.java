package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.Mailbox;
import dev.musubi.e2e.faults.oracle.Subscribed;
import dev.musubi.testkit.RunningProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.regex.Pattern;

/** People without an account: they sign up for the digest, confirm, and some leave again. */
final class Reader extends Actor {
  private static final String PATH = "/api/v1/subscriptions";
  private static final Pattern CONFIRM = Pattern.compile("/c/([A-Za-z0-9_-]+)");
  private static final Pattern LEAVE = Pattern.compile("/u/([A-Za-z0-9_-]+)");
  private static final int ATTEMPTS = 8;

  /** So many digests are wanted for longer. */
  private static final int STAY = 2;

  private final RunningProduct product;
  private final Mailbox mailbox;
  private final Deque<Subscribed> waiting = new ArrayDeque<>();
  private final Deque<Subscribed> confirmed = new ArrayDeque<>();
  private int number;

  Reader(Surroundings around, Api api, RunningProduct product, Duration pace) {
    super(around, api, 0, pace);
    this.product = product;
    this.mailbox = new Mailbox(product);
  }

  @Override
  void step() {
    if (confirmed.size() > STAY && random.nextBoolean() && leave(confirmed.removeFirst())) {
      return;
    }
    if (waiting.size() < 3) {
      signUp();
    } else {
      confirm(waiting.removeFirst());
    }
  }

  private void signUp() {
    if (!(api.get(PATH + "/form") instanceof Reply.Done form)) {
      return;
    }
    var email = "reader-%d-%d@faults.example".formatted(around.seed(), number++);
    var body =
        """
        {"email": "%s", "lang": "ja", "frequency": "DAILY", "consent": true, "formVersion": "%s"}
        """
            .formatted(email, form.body().path("version").asString());
    var asked = Subscribed.of(email);
    for (int attempt = 0; attempt < ATTEMPTS && around.goesOn(); attempt++) {
      var reply = api.create(PATH, body, "faults-" + email);
      note(reply);
      if (reply instanceof Reply.Done) {
        asked = asked.requested();
        ledger.subscribed(asked);
        waiting.add(asked);
        return;
      }
      if (reply instanceof Reply.Unknown) {
        asked = asked.maybeRequested();
        ledger.subscribed(asked);
      }
      rest(Duration.ofSeconds(2));
    }
  }

  private void confirm(Subscribed one) {
    var token = token(one.email(), CONFIRM);
    if (token.isEmpty()) {
      waiting.add(one);
      return;
    }
    var reply = api.post(PATH + "/confirmations", token(token));
    note(reply);
    if (reply instanceof Reply.Done) {
      var done = one.confirm();
      ledger.subscribed(done);
      confirmed.add(done);
    } else {
      waiting.add(one);
    }
  }

  /** By the link of a digest; false as long as none has come. */
  private boolean leave(Subscribed one) {
    var token = token(one.email(), LEAVE);
    if (token.isEmpty()) {
      confirmed.add(one);
      return false;
    }
    ledger.subscribed(one.leaves());
    for (int attempt = 0; attempt < ATTEMPTS && around.goesOn(); attempt++) {
      var reply = api.post(PATH + "/unsubscriptions", token(token));
      note(reply);
      if (reply instanceof Reply.Done) {
        ledger.subscribed(one.left(Instant.now()));
        return true;
      }
      rest(Duration.ofSeconds(2));
    }
    return true;
  }

  private static String token(String text) {
    return "{\"token\": \"" + text + "\"}";
  }

  /**
   * Of the link in a mail to somebody; nothing when there is none, or its server is away. The plain
   * part breaks long words; the link of the other one is whole.
   */
  private String token(String email, Pattern link) {
    return mailbox.letters().stream()
        .filter(letter -> letter.recipient().equals(email))
        .map(letter -> Api.page(product.mail().pages().resolve("/mails/" + letter.file())))
        .flatMap(page -> link.matcher(page).results())
        .map(found -> found.group(1))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
