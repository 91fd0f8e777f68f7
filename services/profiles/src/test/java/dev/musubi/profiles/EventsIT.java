package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.testkit.EngineKit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsIT {
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  private List<ConsumerRecord<String, String>> events(String topic, String key, int count) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, EngineKit.shared().kafka(),
            ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(Duration.ofSeconds(40))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(300))
                    .forEach(
                        record -> {
                          if (record.key().equals(key)) {
                            seen.add(record);
                          }
                        });
                return seen.size() >= count;
              });
    }
    return seen;
  }

  private static String type(ConsumerRecord<String, String> event) {
    return new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
  }

  private static JsonNode state(ConsumerRecord<String, String> event) {
    return JsonMapper.shared().readTree(event.value());
  }

  @Test
  void life_of_a_need_is_told_in_order_and_its_deletion_is_a_tombstone() {
    World.Member firm = world.member("SEEKER", "EDITOR");
    Browser browser = profiles.browser().with(firm.token());
    Browser.Answer created =
        browser.create(
            "/api/v1/needs",
            "{\"title\":\"題\",\"text\":\"文\",\"visibility\":\"PUBLIC\",\"wants\":[\"FINANCE\"]}");
    String path = created.header("Location");
    browser.json("PATCH", path, "{\"title\":\"下書きを直す\"}", "If-Match", "\"1\"");
    browser.json("POST", path + "/activate", null, "If-Match", "\"2\"");
    browser.json("PATCH", path, "{\"text\":\"別の文\"}", "If-Match", "\"3\"");
    browser.json("POST", path + "/pause", null, "If-Match", "\"4\"");
    browser.json("POST", path + "/close", null, "If-Match", "\"5\"");
    assertThat(browser.json("DELETE", path, null, "If-Match", "\"6\"").status()).isEqualTo(204);
    List<ConsumerRecord<String, String>> events = events("musubi.need.v1", created.text("/id"), 5);
    assertThat(events.stream().map(EventsIT::type))
        .containsExactly(
            "dev.musubi.need.activated.v1",
            "dev.musubi.need.changed.v1",
            "dev.musubi.need.paused.v1",
            "dev.musubi.need.closed.v1",
            "dev.musubi.need.deleted.v1");
    JsonNode changed = state(events.get(1));
    assertThat(changed.path("version").asLong()).isEqualTo(4);
    assertThat(changed.path("text").asString()).isEqualTo("別の文");
    assertThat(changed.path("prefecture").asString()).isEqualTo("27");
    assertThat(changed.at("/wants/0").asString()).isEqualTo("FINANCE");
    assertThat(events.get(1).value()).doesNotContain(firm.email(), "花子");
    assertThat(events.getLast().value()).isNull();
  }

  @Test
  void firm_that_leaves_takes_its_needs_along() {
    World.Member firm = world.member("SEEKER", "ADMIN");
    World.Member broker = world.member("BROKER", "ADMIN");
    Browser browser = profiles.browser().with(firm.token());
    Browser.Answer need = browser.create("/api/v1/needs", "{\"title\":\"題\",\"text\":\"文\"}");
    browser.json("POST", need.header("Location") + "/activate", null, "If-Match", "\"1\"");
    browser.create("/api/v1/mandates", "{\"broker\":\"%s\"}".formatted(broker.organisation()));
    String path = "/api/v1/organisations/" + firm.organisation();
    String tag = browser.get(path).header("ETag");
    Browser.Answer moved = browser.json("PATCH", path, "{\"prefecture\":\"13\"}", "If-Match", tag);
    assertThat(browser.json("DELETE", path, null, "If-Match", moved.header("ETag")).status())
        .isEqualTo(204);
    List<ConsumerRecord<String, String>> firms =
        events("musubi.organisation.v1", firm.organisation().toString(), 4);
    assertThat(firms.stream().map(EventsIT::type))
        .containsExactly(
            "dev.musubi.organisation.registered.v1",
            "dev.musubi.organisation.changed.v1",
            "dev.musubi.organisation.changed.v1",
            "dev.musubi.organisation.deleted.v1");
    assertThat(state(firms.get(1)).at("/mandates/0").asString())
        .isEqualTo(broker.organisation().toString());
    List<ConsumerRecord<String, String>> needs = events("musubi.need.v1", need.text("/id"), 3);
    assertThat(state(needs.get(1)).path("prefecture").asString()).isEqualTo("13");
    assertThat(needs.getLast().value()).isNull();
  }
}
