package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A licensing office: drafts, publishes, changes and withdraws listings. */
final class Office extends Actor {
  private static final String PATH = path(Aggregate.LISTING);
  private final List<String> marks = new ArrayList<>();
  private final int number;

  /** An office may offer a patent once. */
  private int patents = random.nextInt(100_000);

  Office(Surroundings around, Api api, int number, Duration pace) {
    super(around, api, number, pace);
    this.number = number;
  }

  @Override
  void step() {
    var drafts = around.mine(Aggregate.LISTING, marks, "DRAFT");
    var published = around.mine(Aggregate.LISTING, marks, "PUBLISHED");
    int choice = random.nextInt(10);
    if (!drafts.isEmpty() && random.nextInt(4) > 0) {
      publish(any(drafts));
    } else if (choice < 5 || published.isEmpty()) {
      offer();
    } else if (choice < 8) {
      revise(any(published));
    } else {
      withdraw(any(published));
    }
  }

  private void offer() {
    var subject = around.subject(random);
    var mark = ledger.mark(Aggregate.LISTING);
    marks.add(mark);
    var registration = "特許第8%d%05d号".formatted(number % 10, patents++ % 100_000);
    create(
        Aggregate.LISTING,
        subject,
        mark,
        PATH,
        subject.listing(Marks.text(mark, 0), registration),
        "DRAFT");
  }

  private void publish(Ledger.Entry draft) {
    change(
        draft.mark(),
        (id, version) -> api.move(PATH + "/" + id + "/publish", "{}", version),
        "PUBLISHED",
        draft.change());
  }

  private void revise(Ledger.Entry listing) {
    int next = 1 + random.nextInt(1_000_000);
    var texts =
        around.named(listing.subject()).listingTexts(Marks.text(listing.mark(), next)).strip();
    change(
        listing.mark(),
        (id, version) -> api.patch(PATH + "/" + id, "{\"texts\": " + texts + "}", version),
        "PUBLISHED",
        next);
  }

  private void withdraw(Ledger.Entry listing) {
    change(
        listing.mark(),
        (id, version) ->
            api.move(PATH + "/" + id + "/withdraw", "{\"reason\": \"見直しのため\"}", version),
        "WITHDRAWN",
        listing.change());
  }
}
