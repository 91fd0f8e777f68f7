package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import java.time.Duration;
import java.util.Objects;

/** One need or one listing that comes and stays. */
final class Arrival extends Actor {
  private static final Duration AGAIN = Duration.ofMillis(500);
  private final Aggregate kind;
  private final Subject subject;
  private final int number;

  Arrival(Surroundings around, Api api, Aggregate kind, Subject subject, int number) {
    super(around, api, number, AGAIN);
    this.kind = kind;
    this.subject = subject;
    this.number = number;
  }

  @Override
  public void run() {
    step();
  }

  @Override
  void step() {
    var mark = ledger.mark(kind);
    var text = Marks.text(mark, 0);
    var registration = "特許第6%06d号".formatted(number);
    var json = kind == Aggregate.NEED ? subject.need(text) : subject.listing(text, registration);
    if (!create(kind, subject, mark, path(kind), json, "DRAFT")) {
      return;
    }
    var verb = kind == Aggregate.NEED ? "activate" : "publish";
    var state = kind == Aggregate.NEED ? "ACTIVE" : "PUBLISHED";
    while (around.goesOn() && isDraft(mark)) {
      var moved =
          change(
              mark,
              (id, version) -> api.move(path(kind) + "/" + id + "/" + verb, "{}", version),
              state,
              0);
      if (!moved) {
        rest(AGAIN);
      }
    }
  }

  private boolean isDraft(String mark) {
    Ledger.Entry entry = Objects.requireNonNull(ledger.entry(mark));
    return entry.state().equals("DRAFT");
  }
}
