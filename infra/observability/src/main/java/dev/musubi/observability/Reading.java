package dev.musubi.observability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one thing of a service fares now.
 *
 * @param what a name that people's words are kept under, for example {@code outbox}
 * @param of which one of several, for example a consumer; null where there is but one
 * @param count how many; milliseconds of an answer for an engine, bytes that are free for a disk
 * @param oldestSeconds since when the oldest of them waits; 0 when nothing does
 * @param late whether it has waited longer than it should, or is away, or is nearly full
 * @param trouble what went wrong last, in the words of whoever reported it; null when nothing did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
    Kind kind,
    String what,
    @Nullable String of,
    long count,
    long oldestSeconds,
    boolean late,
    @Nullable String trouble) {
  private static final long LITTLE = 5_000_000_000L;

  /** What somebody has to think of it. */
  public enum Kind {
    /** Something that a service needs. */
    ENGINE,
    /** Work that will be done by itself. */
    WAITING,
    /** What nobody but an operator will move. */
    STUCK,
    /** Neither good nor bad. */
    NOTE,
    /** Room that is left. */
    DISK
  }

  /** An engine that has answered. */
  public static Reading answers(String engine, Duration after) {
    return new Reading(Kind.ENGINE, engine, null, after.toMillis(), 0, false, null);
  }

  /** An engine that has not. */
  public static Reading away(String engine, String trouble) {
    return new Reading(Kind.ENGINE, engine, null, 0, 0, true, trouble);
  }

  /**
   * Work that waits.
   *
   * @param since when the oldest of it came; null when none waits
   * @param mayWait how long that is nothing to speak of
   */
  public static Reading waiting(
      String what, @Nullable String of, long count, @Nullable Instant since, Duration mayWait) {
    long age = since == null ? 0 : Math.max(0, Duration.between(since, Instant.now()).toSeconds());
    return new Reading(
        Kind.WAITING, what, of, count, age, count > 0 && age > mayWait.toSeconds(), null);
  }

  /** What an operator has to decide about. */
  public static Reading stuck(String what, @Nullable String of, long count) {
    return new Reading(Kind.STUCK, what, of, count, 0, count > 0, null);
  }

  /** A number that is worth to know. */
  public static Reading note(String what, long count) {
    return new Reading(Kind.NOTE, what, null, count, 0, false, null);
  }

  /** Room that is left, of so much; little is a tenth of it, or 5 GB where a tenth is more. */
  public static Reading disk(String what, long free, long total) {
    boolean little = total > 0 && free < Math.min(total / 10, LITTLE);
    return new Reading(Kind.DISK, what, null, free, 0, little, null);
  }

  /** The same, with what went wrong last. */
  public Reading troubledBy(@Nullable String why) {
    return new Reading(kind, what, of, count, oldestSeconds, late, why);
  }
}
