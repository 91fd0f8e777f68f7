package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.Mailbox;
import dev.musubi.e2e.faults.oracle.Ledger;
import dev.musubi.testkit.RunningProduct;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.regex.Pattern;

/** People without an account: they sign up for the digest, confirm, and some leave again. */
final class Reader extends Actor {
  private static final String PATH = "/api/v1/subscriptions";
  private static final Pattern LINK = Pattern.compile("/c/([A-Za-z0-9_-]+)");
  private final RunningProduct product;
  private final Mailbox mailbox;
  private final Deque<Ledger.Subscribed> waiting = new ArrayDeque<>();
  private int number;

  Reader(Surroundings around, Api api, RunningProduct product, Duration pace) {
    super(around, api, 0, pace);
    this.product = product;
    this.mailbox = new Mailbox(product);
  }

  @Override
  void step() {
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
    var asked = new Ledger.Subscribed(email, 0, false, false, false);
    for (int attempt = 0; attempt < 8 && around.goesOn(); attempt++) {
      var reply = api.create(PATH, body, "faults-" + email);
      note(reply);
      if (reply instanceof Reply.Done) {
        asked = new Ledger.Subscribed(email, 1, asked.unsure(), false, false);
        ledger.subscribed(asked);
        waiting.add(asked);
        return;
      }
      if (reply instanceof Reply.Unknown) {
        asked = new Ledger.Subscribed(email, 0, true, false, false);
        ledger.subscribed(asked);
      }
      rest(Duration.ofSeconds(2));
    }
  }

  private void confirm(Ledger.Subscribed one) {
    var page = mail(one.email());
    if (page.isEmpty()) {
      waiting.add(one);
      return;
    }
    // The plain part breaks long words; the link of the other one is whole.
    var token =
        LINK.matcher(page)
            .results()
            .map(link -> link.group(1))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    if (token.isEmpty()) {
      around.refused("confirmation mail without a link", 0, one.email());
      return;
    }
    var reply = api.post(PATH + "/confirmations", "{\"token\": \"" + token + "\"}");
    note(reply);
    if (reply instanceof Reply.Done) {
      ledger.subscribed(
          new Ledger.Subscribed(one.email(), one.requests(), one.unsure(), true, false));
    } else {
      waiting.add(one);
    }
  }

  /** The mail as its server shows it; nothing while that is away. */
  private String mail(String email) {
    for (var letter : mailbox.letters()) {
      if (letter.recipient().equals(email)) {
        return Api.page(product.mail().pages().resolve("/mails/" + letter.file()));
      }
    }
    return "";
  }
}
