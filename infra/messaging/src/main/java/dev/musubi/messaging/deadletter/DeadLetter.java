package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer could not handle, as it was, and why.
 *
 * @param decision what was decided about it, or null
 */
public record DeadLetter(
    LetterId id, ConsumerRecord<byte[], byte[]> record, @Nullable Decision decision) {

  public String consumer() {
    return header(LetterHeaders.CONSUMER);
  }

  /** Where it came from: {@code topic-partition@offset}. */
  public String origin() {
    return header(LetterHeaders.TOPIC)
        + "-"
        + header(LetterHeaders.PARTITION)
        + "@"
        + header(LetterHeaders.OFFSET);
  }

  public String reason() {
    return header(LetterHeaders.REASON);
  }

  public String stack() {
    return header(LetterHeaders.STACK);
  }

  public String attempts() {
    return header(LetterHeaders.ATTEMPTS);
  }

  public String type() {
    return header(Envelope.TYPE);
  }

  /** When it became a dead letter. */
  public Instant at() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  public String key() {
    byte @Nullable [] key = record.key();
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }

  /** The value as text; what is not UTF-8 in it is shown as a replacement character. */
  public Optional<String> value() {
    return Optional.ofNullable(record.value()).map(it -> new String(it, StandardCharsets.UTF_8));
  }

  boolean isValueOmitted() {
    return headers().lastHeader(LetterHeaders.VALUE_OMITTED) != null;
  }

  Headers headers() {
    return record.headers();
  }

  private String header(String name) {
    return Envelope.text(headers(), name).orElse("");
  }
}
