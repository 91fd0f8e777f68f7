package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * One program that does one thing after the other. Only it changes what it has created, so it knows
 * what must be there; what it is not told it finds out by asking again.
 */
abstract class Actor implements Runnable {
  private static final int CREATE_ATTEMPTS = 12;
  private static final Duration AFTER_TROUBLE = Duration.ofMillis(1500);

  final Surroundings around;
  final Api api;
  final Random random;
  final Ledger ledger;
  private final Duration pace;

  /**
   * @param number tells this actor's choices from those of others of its kind
   * @param pace mean pause between two steps
   */
  Actor(Surroundings around, Api api, int number, Duration pace) {
    this.around = around;
    this.api = api;
    this.ledger = around.ledger();
    this.random = new Random(around.seed() * 31 + getClass().getSimpleName().hashCode() + number);
    this.pace = pace;
  }

  /** One thing; an exception is a mistake of the suite. */
  abstract void step();

  @Override
  public void run() {
    while (around.goesOn()) {
      step();
      rest(Duration.ofMillis(pace.toMillis() / 2 + random.nextLong(pace.toMillis())));
    }
  }

  final void rest(Duration pause) {
    around.rest(pause);
  }

  final void note(Reply reply) {
    ledger.count(reply instanceof Reply.Done, !(reply instanceof Reply.Unknown));
  }

  /** Creates something, repeating with the same key until it is acknowledged or refused. */
  final boolean create(
      Aggregate kind, Subject subject, String mark, String path, String json, String state) {
    ledger.creating(kind, subject.name(), mark, state);
    var unsure = false;
    for (int attempt = 0; attempt < CREATE_ATTEMPTS && around.goesOn(); attempt++) {
      var reply = api.create(path, json, "faults-" + around.seed() + "-" + mark);
      note(reply);
      switch (reply) {
        case Reply.Done done -> {
          ledger.seen(mark, done.id(), Math.max(1, done.version()), state, 0);
          return true;
        }
        case Reply.Refused(int status, String why) -> {
          if (!mayPass(status) && !(unsure && status == 409)) {
            around.refused(path, status, why);
            if (!unsure) {
              ledger.notCreated(mark);
            }
            return false;
          }
        }
        case Reply.Unknown _ -> unsure = true;
      }
      rest(AFTER_TROUBLE);
    }
    return false;
  }

  static boolean mayPass(int status) {
    return status == 401 || status == 429;
  }

  /**
   * Changes what the mark stands for. If nobody answers, or it is at another version than it was
   * said to be, it is read, and what is read counts.
   *
   * @param change number of the change that is in it afterwards
   */
  final boolean change(String mark, Change how, String state, int change) {
    var entry = Objects.requireNonNull(ledger.entry(mark));
    var id = Objects.requireNonNull(entry.id());
    var reply = how.send(id, entry.version());
    note(reply);
    return switch (reply) {
      case Reply.Done done -> {
        ledger.seen(mark, id, Math.max(done.version(), entry.version() + 1), state, change);
        yield true;
      }
      case Reply.Refused(int status, String why) -> {
        if (status != 412 && !mayPass(status)) {
          around.refused(entry.kind().table(), status, why);
        }
        if (status == 412 || status == 409) {
          look(mark);
        }
        yield false;
      }
      case Reply.Unknown _ -> {
        ledger.unsure(mark, new Ledger.Wish(entry.version(), state, change));
        rest(AFTER_TROUBLE);
        look(mark);
        yield false;
      }
    };
  }

  /** How a change is sent to what has this id and version. */
  interface Change {
    Reply send(String id, long version);
  }

  /** Reads it; whatever is shown to anybody counts as acknowledged. */
  private void look(String mark) {
    var entry = Objects.requireNonNull(ledger.entry(mark));
    if (api.get(path(entry.kind()) + "/" + entry.id()) instanceof Reply.Done done) {
      var text = done.body().toString();
      ledger.seen(
          mark,
          String.valueOf(entry.id()),
          done.version(),
          state(entry, done.body()),
          Marks.change(mark, text).orElse(entry.change()));
    }
  }

  private static String state(Ledger.Entry entry, JsonNode body) {
    return switch (entry.kind()) {
      case LISTING, NEED -> body.path("state").asString(entry.state());
      case DEAL ->
          body.path("withdrawn").asBoolean(false)
              ? "WITHDRAWN"
              : body.path("stage").asString(entry.state());
    };
  }

  static String path(Aggregate kind) {
    return switch (kind) {
      case LISTING -> "/api/v1/listings";
      case NEED -> "/api/v1/needs";
      case DEAL -> "/api/v1/deals";
    };
  }

  final <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
