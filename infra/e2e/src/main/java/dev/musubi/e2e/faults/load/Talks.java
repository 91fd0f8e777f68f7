package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a firm and the owners of patents say to each other. One actor speaks for both sides, so it
 * knows at each moment what must be there.
 */
final class Talks {
  private static final String PATH = Actor.path(Aggregate.DEAL);
  private static final int ATTEMPTS = 12;
  private static final Duration AFTER_TROUBLE = Duration.ofMillis(1500);

  private final Actor firm;
  private final Map<String, Api> owners;
  private final List<String> marks = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, String> ownerOf = new HashMap<>();

  /**
   * @param owners by their organisations; deals with others are never answered
   */
  Talks(Actor firm, Map<String, Api> owners) {
    this.firm = firm;
    this.owners = owners;
  }

  /** Matches about which was asked, or whose listing was asked about already. */
  Set<String> asked() {
    return asked;
  }

  /** One listing is asked about once: a second inquiry would be refused. */
  void ask(Ledger.Entry need, JsonNode match) {
    asked.add(match.path("id").asString());
    if (!asked.add(match.path("listingId").asString())) {
      return;
    }
    var mark = firm.ledger.mark(Aggregate.DEAL);
    marks.add(mark);
    firm.create(
        Aggregate.DEAL,
        Objects.requireNonNull(firm.around.named(need.subject())),
        mark,
        PATH,
        "{\"matchId\": \"%s\", \"message\": \"試せますか。%s\"}"
            .formatted(match.path("id").asString(), Marks.text(mark, 0)),
        "INQUIRY");
  }

  /** Goes on with one of the deals; false when there is none that can go on. */
  boolean goOn() {
    var open = new ArrayList<>(firm.around.mine(Aggregate.DEAL, marks, "INQUIRY"));
    open.addAll(firm.around.mine(Aggregate.DEAL, marks, "IN_TALKS"));
    if (open.isEmpty()) {
      return false;
    }
    var deal = firm.any(open);
    var owner = owner(deal);
    int choice = firm.random.nextInt(10);
    if (deal.state().equals("INQUIRY")) {
      inquired(deal, owner, choice);
    } else if (choice < 4 || owner == null) {
      write(deal, firm.api);
    } else if (choice < 8) {
      write(deal, owner);
    } else {
      var by = choice == 8 ? firm.api : owner;
      move(deal, by, "close", "\"reason\": \"NO_AGREEMENT\", ", "CLOSED");
    }
    return true;
  }

  private void inquired(Ledger.Entry deal, @Nullable Api owner, int choice) {
    if (choice == 0 || owner == null) {
      move(deal, firm.api, "withdraw", "", "WITHDRAWN");
    } else if (choice < 8) {
      move(deal, owner, "answer", "\"answer\": \"accept\", ", "IN_TALKS");
    } else {
      move(
          deal, owner, "answer", "\"answer\": \"decline\", \"reason\": \"CAPACITY\", ", "DECLINED");
    }
  }

  private @Nullable Api owner(Ledger.Entry deal) {
    if (!ownerOf.containsKey(deal.mark())
        && firm.api.get(PATH + "/" + deal.id()) instanceof Reply.Done done) {
      ownerOf.put(deal.mark(), done.body().path("ownerId").asString(""));
    }
    return owners.get(ownerOf.getOrDefault(deal.mark(), ""));
  }

  /** A step to another stage, with a word to it: both are there, or neither. */
  private void move(Ledger.Entry deal, Api by, String verb, String how, String stage) {
    var word = word();
    var body = "{" + how + "\"message\": \"" + Marks.text(word, 0) + "\"}";
    var done =
        firm.change(
            deal.mark(),
            (id, version) -> by.move(PATH + "/" + id + "/" + verb, body, version),
            stage,
            0);
    firm.ledger.said(new Ledger.Said(word, deal.mark(), done));
  }

  private String word() {
    return firm.ledger.mark(Aggregate.DEAL).replace('D', 'M');
  }

  /** A message needs no version, so it is repeated with its key until somebody answers. */
  private void write(Ledger.Entry deal, Api by) {
    var word = word();
    var path = PATH + "/" + deal.id() + "/messages";
    var body = "{\"message\": \"" + Marks.text(word, 0) + "\"}";
    firm.ledger.said(new Ledger.Said(word, deal.mark(), false));
    for (int attempt = 0; attempt < ATTEMPTS && firm.around.goesOn(); attempt++) {
      var reply = by.create(path, body, "faults-" + firm.around.seed() + "-" + word);
      firm.note(reply);
      if (reply instanceof Reply.Done(_, long version)) {
        long next = Math.max(version, deal.version() + 1);
        firm.ledger.seen(deal.mark(), String.valueOf(deal.id()), next, deal.state(), 0);
        firm.ledger.said(new Ledger.Said(word, deal.mark(), true));
        return;
      }
      if (reply instanceof Reply.Refused(int status, String why) && !Actor.mayPass(status)) {
        firm.around.refused(PATH + "/messages", status, why);
      }
      if (reply instanceof Reply.Unknown && attempt == 0) {
        firm.ledger.unsure(deal.mark(), new Ledger.Wish(deal.version(), deal.state(), 0));
      }
      firm.rest(AFTER_TROUBLE);
    }
  }
}
