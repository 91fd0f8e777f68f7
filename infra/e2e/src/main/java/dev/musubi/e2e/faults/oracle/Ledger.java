package dev.musubi.e2e.faults.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the product has acknowledged, and what it may have done without anybody knowing. Written by
 * the load while it goes on, read by the oracle at the end.
 *
 * <p>Every creation carries a mark in its text by which it is found again, also when nobody
 * answered; every change counts the mark's number up. A mark is {@code L17R3E}: kind, number of the
 * creation, number of the change.
 */
public final class Ledger {
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Answered> answers = new LinkedHashMap<>();
  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<String, Subscribed> subscriptions = new LinkedHashMap<>();
  private long acknowledged;
  private long refused;
  private long unknown;

  /** A mark of a creation that nobody else has, without the number of its change. */
  public String mark(Aggregate kind) {
    return kind.name().charAt(0) + Long.toString(numbers.incrementAndGet()) + "R";
  }

  /**
   * One thing that the load has asked for.
   *
   * @param subject pairs of one subject must match
   * @param id null as long as nobody has acknowledged it
   * @param version the last that was acknowledged or read
   * @param change the number of the change that is in it at that version
   * @param open changes of which nobody knows whether they are done
   */
  public record Entry(
      Aggregate kind,
      String subject,
      String mark,
      @Nullable String id,
      long version,
      String state,
      int change,
      List<Wish> open) {
    public Entry {
      open = List.copyOf(open);
    }
  }

  /**
   * A change of unknown outcome.
   *
   * @param over the version it was to replace; it cannot come any more when that is replaced
   */
  public record Wish(long over, String state, int change) {}

  /**
   * A firm's answer to a match; the comment is its mark.
   *
   * @param answer with the reason of a no
   */
  public record Answered(String mark, String match, String answer, boolean acknowledged) {}

  /**
   * What one side of a deal wrote; the text is its mark.
   *
   * @param deal mark of the deal
   */
  public record Said(String mark, String deal, boolean acknowledged) {}

  /** It is about to be asked for. */
  public synchronized void creating(Aggregate kind, String subject, String mark, String state) {
    entries.put(mark, new Entry(kind, subject, mark, null, 0, state, 0, List.of()));
  }

  /** It was refused for good: it must not be there. */
  public synchronized void notCreated(String mark) {
    entries.remove(mark);
  }

  /** Its state was acknowledged, or read: from now on it may not be older. */
  public synchronized void seen(String mark, String id, long version, String state, int change) {
    var before = entries.get(mark);
    if (before != null && version >= before.version()) {
      var open = before.open().stream().filter(wish -> wish.over() >= version).toList();
      entries.put(
          mark, new Entry(before.kind(), before.subject(), mark, id, version, state, change, open));
    }
  }

  /** A change was asked for and nobody answered. */
  public synchronized void unsure(String mark, Wish wish) {
    var before = entries.get(mark);
    if (before != null) {
      var open = new ArrayList<>(before.open());
      open.add(wish);
      entries.put(
          mark,
          new Entry(
              before.kind(),
              before.subject(),
              mark,
              before.id(),
              before.version(),
              before.state(),
              before.change(),
              open));
    }
  }

  public synchronized void answered(Answered answer) {
    answers.put(answer.mark(), answer);
  }

  public synchronized void said(Said word) {
    said.put(word.mark(), word);
  }

  public synchronized void subscribed(Subscribed subscription) {
    subscriptions.put(subscription.email(), subscription);
  }

  /** Counts what became of a request. */
  public synchronized void count(boolean done, boolean known) {
    if (done) {
      acknowledged++;
    } else if (known) {
      refused++;
    } else {
      unknown++;
    }
  }

  public synchronized @Nullable Entry entry(String mark) {
    return entries.get(mark);
  }

  public synchronized Collection<Entry> entries() {
    return List.copyOf(entries.values());
  }

  public synchronized Collection<Answered> answers() {
    return List.copyOf(answers.values());
  }

  public synchronized Collection<Said> said() {
    return List.copyOf(said.values());
  }

  public synchronized Collection<Subscribed> subscriptions() {
    return List.copyOf(subscriptions.values());
  }

  /** How many requests were acknowledged, refused, and left without an answer. */
  public record Counts(long acknowledged, long refused, long unknown) {}

  public synchronized Counts counts() {
    return new Counts(acknowledged, refused, unknown);
  }
}
