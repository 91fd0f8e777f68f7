package dev.musubi.messaging.outbox;

import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.LogReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds the last committed marker, reading backwards from the end in growing steps. */
final class SentMarkerReader {
  private static final long FIRST_STEP = 8;

  private final KafkaClients clients;

  SentMarkerReader(KafkaClients clients) {
    this.clients = clients;
  }

  /** What the last committed transaction held; empty when there was none yet. */
  List<PendingEvent.Reference> last(String topic) {
    try (LogReader log = new LogReader(clients, new TopicPartition(topic, 0))) {
      long begin = log.begin();
      long end = log.end();
      long from = end;
      for (long step = FIRST_STEP; from > begin; step *= 8) {
        from = Math.max(begin, end - step);
        AtomicReference<byte @Nullable []> last = new AtomicReference<>();
        log.read(from, end, it -> last.set(it.value()));
        byte @Nullable [] value = last.get();
        if (value != null) {
          return SentMarker.decode(value);
        }
      }
      return List.of();
    }
  }
}
