package dev.musubi.messaging.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record that was fetched and is not handled yet. */
final class Pending {
  private final ConsumerRecord<byte[], byte[]> record;
  private final String lane;
  private int attempts;
  private int waits;
  private Instant due;
  private boolean done;

  Pending(ConsumerRecord<byte[], byte[]> record, Instant now) {
    this.record = record;
    this.lane = lane(record);
    this.due = now;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  /** Records of one lane are handled one after the other; one without a key has its own. */
  String lane() {
    return lane;
  }

  private static String lane(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    return record.topic()
        + (key == null
            ? "#" + record.partition() + "#" + record.offset()
            : "/" + new String(key, StandardCharsets.ISO_8859_1));
  }

  boolean isDue(Instant now) {
    return !due.isAfter(now);
  }

  Instant due() {
    return due;
  }

  boolean isDone() {
    return done;
  }

  void done() {
    done = true;
  }

  /** Attempts that failed by the event's own fault. */
  int attempts() {
    return attempts;
  }

  boolean wasTried() {
    return attempts + waits > 0;
  }

  /** Failed by its own fault: to be tried again after a pause. */
  void failed(Instant now, Pauses pauses) {
    attempts++;
    due = now.plus(pauses.after(attempts));
  }

  /** Something that it needs is away: to be tried again, however often. */
  Duration waits(Instant now, Pauses pauses) {
    waits++;
    Duration pause = pauses.after(waits);
    due = now.plus(pause);
    return pause;
  }
}
