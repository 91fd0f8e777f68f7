package dev.musubi.testkit.poison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.testkit.EngineKit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * Every consumer of a service, with everything that a record can have wrong: each ends as one dead
 * letter with its reason, and what comes behind it under other keys is handled.
 */
public interface PoisonContract {
  Duration PATIENCE = Duration.ofSeconds(90);

  /** A running service that listens. */
  ApplicationContext listeningApplication();

  @Test
  default void poison_becomes_dead_letters_of_every_consumer_and_holds_nothing_up() {
    List<Listening> all = Listening.of(listeningApplication());
    assertThat(all).isNotEmpty();
    Set<String> topics = all.stream().map(Listening::topic).collect(Collectors.toSet());
    Map<String, Dose> doses = new HashMap<>();
    try (Producer<byte[], byte[]> producer = producer()) {
      topics.forEach(topic -> doses.put(topic, Dose.on(topic, producer)));
      producer.flush();
    }
    List<String> wrong = new ArrayList<>();
    for (Listening each : all) {
      Dose dose = doses.get(each.topic());
      if (dose != null) {
        wrong.addAll(new Digestion(listeningApplication(), each).wrong(dose));
      }
    }
    System.out.printf(
        "poison: %d consumers x %d flaws, %d wrong%n",
        all.size(), Flaw.values().length, wrong.size());
    assertThat(wrong).isEmpty();
  }

  private static Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            EngineKit.shared().kafka(),
            "acks",
            "all",
            "max.request.size",
            2_000_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /**
   * What was put on one topic.
   *
   * @param sound ids of events with which nothing is wrong
   */
  record Dose(Map<Flaw, String> keys, Set<UUID> sound) {
    static Dose on(String topic, Producer<byte[], byte[]> producer) {
      Map<Flaw, String> keys = new EnumMap<>(Flaw.class);
      Set<UUID> sound = new HashSet<>();
      for (Flaw flaw : Flaw.values()) {
        UUID id = UUID.randomUUID();
        keys.put(flaw, flaw.key(id));
        producer.send(flaw.record(topic, id));
        UUID event = UUID.randomUUID();
        sound.add(event);
        producer.send(Flaw.sound(topic, UUID.randomUUID(), event));
      }
      return new Dose(keys, sound);
    }
  }

  /** What one consumer made of it. */
  record Digestion(ApplicationContext application, Listening listening) {
    List<String> wrong(Dose dose) {
      List<String> wrong = List.of("not looked at");
      Instant end = Instant.now().plus(PATIENCE);
      try (DeadLetterBox box = new DeadLetterBox(listening)) {
        while (!wrong.isEmpty() && Instant.now().isBefore(end)) {
          wrong = now(dose, box.reasons());
        }
      }
      return wrong;
    }

    private List<String> now(Dose dose, Map<String, List<String>> letters) {
      List<String> wrong = new ArrayList<>();
      dose.keys()
          .forEach(
              (flaw, key) -> {
                List<String> reasons = letters.getOrDefault(key, List.of());
                if (reasons.size() != 1 || reasons.getFirst().isBlank()) {
                  wrong.add(listening + ": " + flaw + " gave the letters " + reasons);
                }
              });
      Set<UUID> missing = new HashSet<>(dose.sound());
      missing.removeAll(handled());
      if (!missing.isEmpty()) {
        wrong.add(listening + ": did not handle " + missing.size() + " sound events");
      }
      return wrong;
    }

    private Set<UUID> handled() {
      Set<UUID> found = new HashSet<>();
      try (var connection = application.getBean(DataSource.class).getConnection();
          PreparedStatement query =
              connection.prepareStatement(
                  "SELECT event_id FROM inbox WHERE consumer = ? AND outcome = 'HANDLED'")) {
        query.setString(1, listening.consumer());
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(rows.getObject(1, UUID.class));
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return found;
    }
  }
}
