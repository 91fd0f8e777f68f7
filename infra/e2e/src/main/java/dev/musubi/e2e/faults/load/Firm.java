package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A firm: writes needs, changes and pauses them, answers matches, asks owners, talks with them. */
final class Firm extends Actor {
  private static final String PATH = path(Aggregate.NEED);

  /** With the reason of a no. */
  private static final List<String> ANSWERS =
      List.of("INTERESTED", "LATER", "NO TOO_EARLY", "NO HAVE_IT_ALREADY", "NO TERMS_DO_NOT_FIT");

  private final List<String> marks = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private final Talks talks;

  Firm(Surroundings around, Api api, Map<String, Api> owners, int number, Duration pace) {
    super(around, api, number, pace);
    this.talks = new Talks(this, owners);
  }

  @Override
  void step() {
    var drafts = around.mine(Aggregate.NEED, marks, "DRAFT");
    var active = around.mine(Aggregate.NEED, marks, "ACTIVE");
    var paused = around.mine(Aggregate.NEED, marks, "PAUSED");
    int choice = random.nextInt(20);
    if (!drafts.isEmpty() && random.nextInt(4) > 0) {
      move(any(drafts), "activate", "ACTIVE");
    } else if (choice < 6 || active.isEmpty()) {
      write();
    } else if (choice < 8) {
      revise(any(active));
    } else if (choice < 9) {
      move(any(active), "pause", "PAUSED");
    } else if (choice < 11 && !paused.isEmpty()) {
      move(any(paused), "activate", "ACTIVE");
    } else if (choice < 12) {
      move(any(active), "close", "CLOSED");
    } else if (choice < 15) {
      answer(any(active));
    } else if (choice < 17 || !talks.goOn()) {
      ask(any(active));
    }
  }

  private void write() {
    var subject = around.subject(random);
    var mark = ledger.mark(Aggregate.NEED);
    marks.add(mark);
    create(Aggregate.NEED, subject, mark, PATH, subject.need(Marks.text(mark, 0)), "DRAFT");
  }

  private void move(Ledger.Entry need, String verb, String state) {
    change(
        need.mark(),
        (id, version) -> api.move(PATH + "/" + id + "/" + verb, "{}", version),
        state,
        need.change());
  }

  private void revise(Ledger.Entry need) {
    int next = 1 + random.nextInt(1_000_000);
    var text = around.named(need.subject()).needText(Marks.text(need.mark(), next));
    change(
        need.mark(),
        (id, version) -> api.patch(PATH + "/" + id, "{\"text\": \"" + text + "\"}", version),
        "ACTIVE",
        next);
  }

  private @Nullable JsonNode match(Ledger.Entry need, Set<String> known) {
    var reply = api.get(PATH + "/" + need.id() + "/matches?limit=20");
    if (reply instanceof Reply.Refused(int status, String why)) {
      around.refused("matches", status, why);
    }
    if (reply instanceof Reply.Done done) {
      return done.body()
          .path("items")
          .valueStream()
          .map(item -> item.path("match"))
          .filter(match -> !known.contains(match.path("id").asString()))
          .findFirst()
          .orElse(null);
    }
    return null;
  }

  /** Each match once, so that the last answer is the only one. */
  private void answer(Ledger.Entry need) {
    var match = match(need, answered);
    if (match == null) {
      return;
    }
    var id = match.path("id").asString();
    answered.add(id);
    var mark = ledger.mark(Aggregate.NEED).replace('N', 'F');
    var given = any(ANSWERS);
    var body = answer(given, Marks.text(mark, 0));
    var acknowledged = false;
    ledger.answered(new Ledger.Answered(mark, id, given, false));
    for (int attempt = 0; attempt < 6 && !acknowledged && around.goesOn(); attempt++) {
      var key = "faults-" + around.seed() + "-" + mark;
      var reply = api.create("/api/v1/matches/" + id + "/feedback", body, key);
      note(reply);
      acknowledged = reply instanceof Reply.Done;
      if (reply instanceof Reply.Refused(int status, _) && status != 401 && status != 429) {
        return;
      }
      rest(Duration.ofMillis(acknowledged ? 0 : 1000));
    }
    ledger.answered(new Ledger.Answered(mark, id, given, acknowledged));
  }

  private static String answer(String given, String comment) {
    var words = given.split(" ", 2);
    var reason = words.length == 1 ? "" : "\"reason\": \"" + words[1] + "\", ";
    return "{\"answer\": \"%s\", %s\"comment\": \"%s\"}".formatted(words[0], reason, comment);
  }

  private void ask(Ledger.Entry need) {
    var match = match(need, talks.asked());
    if (match != null) {
      talks.ask(need, match);
    }
  }
}
