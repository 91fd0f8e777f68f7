package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Everything that was written (logs, events, answers) holds no secret and no forged line. */
final class WrittenIT {
  private static final String FORGED =
      "2026-11-30T00:00:00.000Z ERROR all is lost, said a stranger";
  private static final Pattern TOKEN_OF_MAIL = Pattern.compile("/[cu]/([A-Za-z0-9_.-]{20,})");
  private static final int SHORTEST = 12;

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final List<String> answers = new ArrayList<>();

  @Test
  void no_secret_is_in_any_log_event_or_answer() throws IOException {
    installation();
    plantedByStrangers();
    givenToPeople();
    assertThat(secrets).hasSizeGreaterThan(15);
    var leaks = new ArrayList<String>();
    var places = 0;
    for (var place : written().entrySet()) {
      places++;
      secrets.forEach(
          (name, secret) -> {
            if (place.getValue().contains(secret)) {
              leaks.add(name + " in " + place.getKey());
            }
          });
    }
    System.out.printf(
        "planted secrets: %d searched in %d logs, topics and answers, %d found%n",
        secrets.size(), places, leaks.size());
    assertThat(leaks).isEmpty();
  }

  /** Of this copy: databases, clients, keys, and the password of its sample people. */
  private void installation() throws IOException {
    var all = new Properties();
    try (var in = Files.newBufferedReader(Product.RUNNING.data().resolve("secrets.properties"))) {
      all.load(in);
    }
    all.forEach((name, value) -> secret(String.valueOf(name), String.valueOf(value)));
  }

  private void plantedByStrangers() {
    var password = "planted-password-" + UUID.randomUUID();
    secret("a password that was tried", password);
    answers.add(
        Api.anybody().form("/login", "email=" + Product.FIRM + "&password=" + password).text());
    var bearer = "planted.token." + UUID.randomUUID();
    secret("a token that was tried", bearer);
    answers.add(
        Api.send(Api.anybody().request("/api/v1/needs").header("Authorization", "Bearer " + bearer))
            .text());
    var client = "planted-client-secret-" + UUID.randomUUID();
    secret("a client's secret that was tried", client);
    answers.add(
        Api.anybody()
            .form(
                "/oauth2/token",
                "grant_type=client_credentials&client_id=cli&client_secret=" + client)
            .text());
    var link = "planted-link-" + UUID.randomUUID();
    secret("a link that was tried", link);
    // A problem names the address that was asked for (RFC 9457, instance), to whoever asked for it.
    Api.anybody().get("/u/" + link);
    Api.anybody().get("/api/v1/subscriptions/tokens/" + link);
  }

  private void givenToPeople() {
    secret("an access token", Tokens.of(Product.FIRM));
    Api.of(Product.FIRM).get("/api/v1/needs").must(200);
    var webhook =
        Api.of(Product.FIRM)
            .post("/api/v1/webhooks", "{\"url\": \"https://example.org/hook\", \"events\": []}")
            .must(201);
    secret("the secret of a webhook", webhook.at("/secret").asString());
    var email = "planted" + UUID.randomUUID() + "@example.org";
    var version =
        Api.anybody().get("/api/v1/subscriptions/form").must(200).at("/version").asString();
    Api.anybody()
        .post(
            "/api/v1/subscriptions",
            """
            {"email": "%s", "lang": "ja", "frequency": "WEEKLY", "formVersion": "%s", "consent": true,
             "interests": {"query": "樹脂"}}
            """
                .formatted(email, version))
        .must(202);
    var link = TOKEN_OF_MAIL.matcher(Product.read(Product.mailTo(email, _ -> true)));
    assertThat(link.find()).isTrue();
    secret("a link of a mail", link.group(1));
  }

  private void secret(String name, String value) {
    if (value.length() >= SHORTEST) {
      secrets.put(name, value);
    }
  }

  @Test
  void nobody_can_write_a_line_of_the_log() throws IOException {
    var typed = "x\\r\\n" + FORGED;
    Api.anybody().post("/api/v1/search/listings", "{\"q\": \"" + typed + "\"}");
    Api.anybody().get("/api/v1/search/listings?q=x%0d%0a" + Tokens.coded(FORGED));
    Api.anybody().get("/listings/x%0d%0a" + Tokens.coded(FORGED).replace("+", "%20"));
    Api.anybody().form("/login", "email=x%0d%0a" + Tokens.coded(FORGED) + "&password=x");
    Api.of(Product.FIRM).post("/api/v1/needs", "{\"title\": \"" + typed + "\"}");
    Api.anybody()
        .form(
            "/oauth2/token",
            "grant_type=x%0d%0a" + Tokens.coded(FORGED) + "&client_id=y%0a" + Tokens.coded(FORGED));
    for (var log : logs()) {
      try (var lines = Files.lines(log)) {
        assertThat(lines).as(log.toString()).noneMatch(line -> line.startsWith(FORGED));
      }
    }
  }

  private Map<String, String> written() throws IOException {
    var all = new LinkedHashMap<String, String>();
    for (var log : logs()) {
      all.put(log.getFileName().toString(), Files.readString(log));
    }
    for (var record : events()) {
      all.merge("topic " + record.topic(), text(record), String::concat);
    }
    for (var answer : answers) {
      all.put("answer " + all.size(), answer);
    }
    return all;
  }

  private static List<Path> logs() throws IOException {
    try (var files = Files.list(Product.RUNNING.data().resolve("log"))) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    var text = new StringBuilder();
    record.headers().forEach(header -> text.append(utf8(header.value())).append('\n'));
    return text.append(utf8(record.key())).append(utf8(record.value())).append('\n').toString();
  }

  private static String utf8(byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<byte[], byte[]>> events() {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + port("kafka")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(it -> it.topic().startsWith("musubi."))
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private static int port(String process) {
    for (var part : Product.RUNNING.processes()) {
      if (part.path("name").asString().equals(process)) {
        return part.path("port").asInt();
      }
    }
    throw new IllegalStateException("no " + process);
  }
}
