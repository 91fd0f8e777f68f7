package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.LogReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Finds dead letters and what was decided about them. Reads Kafka alone. */
public final class DeadLetters {
  private static final String ENDING = ".dlt";

  private final KafkaClients clients;
  private final Decisions decisions;

  public DeadLetters(KafkaClients clients) {
    this.clients = clients;
    this.decisions = new Decisions(clients);
  }

  /** Topics that may hold some, by name. */
  public List<String> topics() {
    return names().stream().filter(it -> it.endsWith(ENDING)).sorted().toList();
  }

  /** Passes on all letters of these topics, oldest first, with what was decided about each. */
  public void forEach(Collection<String> topics, Consumer<DeadLetter> found) {
    Map<LetterId, Decision> decided = decisions.all();
    for (String topic : topics) {
      try (LogReader log = new LogReader(clients, new TopicPartition(topic, 0))) {
        log.read(
            log.begin(),
            log.end(),
            it -> {
              LetterId id = new LetterId(topic, it.offset());
              found.accept(new DeadLetter(id, it, decided.get(id)));
            });
      }
    }
  }

  public Optional<DeadLetter> find(LetterId id) {
    if (!names().contains(id.topic())) {
      return Optional.empty();
    }
    try (LogReader log = new LogReader(clients, new TopicPartition(id.topic(), 0))) {
      if (id.offset() < log.begin() || id.offset() >= log.end()) {
        return Optional.empty();
      }
      Decision decision = decisions.all().get(id);
      List<DeadLetter> found = new ArrayList<>();
      log.read(id.offset(), id.offset() + 1, it -> found.add(new DeadLetter(id, it, decision)));
      return found.stream().findFirst();
    }
  }

  /** How many await a decision, by topic. Topics that are not there have none. */
  Map<String, Long> open(Collection<String> topics) {
    Set<String> existing = names();
    Map<LetterId, Decision> decided = decisions.all();
    Map<String, Long> counts = new HashMap<>();
    for (String topic : topics) {
      counts.put(topic, existing.contains(topic) ? open(topic, decided) : 0L);
    }
    return counts;
  }

  private long open(String topic, Map<LetterId, Decision> decided) {
    try (LogReader log = new LogReader(clients, new TopicPartition(topic, 0))) {
      long begin = log.begin();
      long done =
          decided.keySet().stream()
              .filter(it -> it.topic().equals(topic) && it.offset() >= begin)
              .count();
      return Math.max(0, log.end() - begin - done);
    }
  }

  private Set<String> names() {
    try (Admin admin = clients.admin()) {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka does not answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
