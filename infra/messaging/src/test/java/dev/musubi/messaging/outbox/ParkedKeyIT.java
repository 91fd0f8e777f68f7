package dev.musubi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.messaging.Events;
import dev.musubi.messaging.Organisations;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.messaging.TestService;
import dev.musubi.messaging.TestService.Sent;
import dev.musubi.messaging.Topics;
import dev.musubi.model.Ids;
import dev.musubi.testkit.EngineKit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key whose event Kafka refuses waits for a person, seen by everybody, and holds up no other. */
class ParkedKeyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LARGEST = "max.message.bytes";

  @AfterEach
  void takeAllAgain() throws Exception {
    limit(OpType.DELETE, "");
  }

  @Test
  void refused_event_parks_its_key_alone_and_is_sent_once_it_is_released() throws Exception {
    UUID large = Ids.next();
    UUID small = Ids.next();
    try (TestService service = service()) {
      service.send(Organisations.changed(small, 1));
      await().atMost(PATIENCE).until(() -> service.waiting() == 0);
      limit(OpType.SET, "20000");
      service.send(large(large, 1));
      service.send(Organisations.changed(large, 2));
      service.send(Organisations.changed(small, 2));
      await().atMost(PATIENCE).until(() -> sent(small).size() == 2);
      await().atMost(PATIENCE).until(() -> !parked(service).isEmpty());
      assertThat(sent(large)).isEmpty();
      ParkedKeys.ParkedKey key = parked(service).getFirst();
      assertThat(key.key()).isEqualTo(large.toString());
      assertThat(key.waiting()).isEqualTo(2);
      assertThat(key.reason()).contains("larger than");
      seen(service, 1);
      limit(OpType.DELETE, "");
      assertThat(keys(service).release(key.topic(), key.key(), "test")).isTrue();
      await().atMost(PATIENCE).until(() -> service.waiting() == 0);
      assertThat(sent(large)).extracting(Sent::version).containsExactly(1L, 2L);
      seen(service, 0);
    }
  }

  @Test
  void dropped_event_is_gone_and_those_behind_it_go_on() throws Exception {
    UUID large = Ids.next();
    try (TestService service = service()) {
      service.send(Organisations.changed(Ids.next(), 1));
      await().atMost(PATIENCE).until(() -> service.waiting() == 0);
      limit(OpType.SET, "20000");
      service.send(large(large, 1));
      service.send(Organisations.changed(large, 2));
      await().atMost(PATIENCE).until(() -> !parked(service).isEmpty());
      ParkedKeys.ParkedKey key = parked(service).getFirst();
      ParkedKeys keys = keys(service);
      assertThat(keys.drop(key.topic(), key.key(), Ids.next(), "test"))
          .isEqualTo(ParkedKeys.Decision.OTHER_EVENT);
      assertThat(keys.drop(key.topic(), key.key(), key.eventId(), "test"))
          .isEqualTo(ParkedKeys.Decision.DONE);
      assertThat(keys.drop(key.topic(), key.key(), key.eventId(), "test"))
          .isEqualTo(ParkedKeys.Decision.NOT_PARKED);
      await().atMost(PATIENCE).until(() -> service.waiting() == 0);
      assertThat(sent(large)).extracting(Sent::version).containsExactly(2L);
    }
  }

  /** On the health page and in the metrics alike. */
  private static void seen(TestService service, int count) {
    MeterRegistry meters = service.bean(MeterRegistry.class);
    await()
        .atMost(PATIENCE)
        .until(() -> meters.get("musubi.outbox.parked").gauge().value() == count);
    assertThat(service.bean(OutboxStatus.class).readings())
        .filteredOn(it -> it.what().equals("parked-keys"))
        .singleElement()
        .matches(it -> it.count() == count);
  }

  private static TestService service() {
    return TestService.fresh().with("musubi.messaging.relay.poll", "500ms").start();
  }

  /** What batches are compressed by must not make it small. */
  private static OutgoingEvent large(UUID id, long version) {
    String name =
        new Random(version)
            .ints(50_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Events.organisation("changed", Organisations.named(id, version, name));
  }

  private static ParkedKeys keys(TestService service) {
    return new ParkedKeys(service.jdbc(), service.transaction(), new Wake());
  }

  private static List<ParkedKeys.ParkedKey> parked(TestService service) {
    return keys(service).all();
  }

  private static List<Sent> sent(UUID id) {
    return TestService.sent(EngineKit.shared().kafka(), Topics.ORGANISATION, Set.of(id.toString()));
  }

  /** How large a batch the topic takes: set, or as it was. */
  private static void limit(OpType operation, String bytes)
      throws ExecutionException, InterruptedException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORGANISATION);
    var change = new AlterConfigOp(new ConfigEntry(LARGEST, bytes), operation);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", EngineKit.shared().kafka()))) {
      admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }
  }
}
