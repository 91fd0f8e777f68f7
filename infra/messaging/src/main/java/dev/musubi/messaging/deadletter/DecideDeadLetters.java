package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.LogReader;
import dev.musubi.model.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Replays or drops dead letters. What is sent and what is decided are one Kafka transaction, so
 * that an interrupted command has either done both or nothing.
 */
public final class DecideDeadLetters {
  private final KafkaClients clients;
  private final Clock clock;

  public DecideDeadLetters(KafkaClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Sends them once more to the consumer that failed, and to no other. */
  public void replay(Collection<DeadLetter> letters, Replay how, String by) {
    List<ProducerRecord<byte[], byte[]>> records =
        letters.stream().map(it -> again(it, how)).toList();
    Decision decision = new Decision(Decision.Kind.REPLAYED, clock.instant(), by, "");
    decide(letters, decision, records);
  }

  /** Leaves them where they are, decided. */
  public void drop(Collection<DeadLetter> letters, String by, String note) {
    decide(letters, new Decision(Decision.Kind.DROPPED, clock.instant(), by, note), List.of());
  }

  private void decide(
      Collection<DeadLetter> letters,
      Decision decision,
      List<ProducerRecord<byte[], byte[]>> records) {
    try (Producer<byte[], byte[]> producer =
        clients.transactionalProducer("musubi.dead-letters." + Ids.next())) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      letters.forEach(it -> producer.send(Decisions.record(it.id(), decision)));
      producer.commitTransaction();
    }
  }

  private ProducerRecord<byte[], byte[]> again(DeadLetter letter, Replay how) {
    Headers headers = new RecordHeaders();
    for (Header each : letter.headers()) {
      if (!each.key().startsWith(LetterHeaders.PREFIX)) {
        headers.add(each);
      }
    }
    Envelope.put(headers, Replay.HEADER, how.name());
    Envelope.put(headers, Replay.OF, letter.id().toString());
    byte @Nullable [] value = letter.isValueOmitted() ? original(letter) : letter.record().value();
    return new ProducerRecord<>(
        letter.id().replayTopic(), 0, letter.record().key(), value, headers);
  }

  /** The value was too large for a dead letter; it may still lie where it came from. */
  private byte @Nullable [] original(DeadLetter letter) {
    Headers headers = letter.headers();
    String topic = Envelope.text(headers, LetterHeaders.TOPIC).orElseThrow();
    int partition = Integer.parseInt(Envelope.text(headers, LetterHeaders.PARTITION).orElseThrow());
    long offset = Long.parseLong(Envelope.text(headers, LetterHeaders.OFFSET).orElseThrow());
    AtomicReference<byte @Nullable []> value = new AtomicReference<>();
    try (LogReader log = new LogReader(clients, new TopicPartition(topic, partition))) {
      if (offset >= log.begin()) {
        log.read(offset, offset + 1, it -> value.set(it.value()));
      }
    }
    if (value.get() == null) {
      throw new IllegalStateException(
          letter.id() + " cannot be replayed: its value is no longer at " + letter.origin());
    }
    return value.get();
  }
}
