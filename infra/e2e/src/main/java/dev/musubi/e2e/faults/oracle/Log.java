package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.inject.Poison;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is on the topics, read from their beginnings to their present ends. */
final class Log {
  private static final Pattern LETTERS =
      Pattern.compile("(musubi\\.[a-z]+\\.v[0-9]+)\\.([a-z.-]+)\\.dlt");

  private final String kafka;

  Log(String kafka) {
    this.kafka = kafka;
  }

  /** What was read. */
  record Content(
      List<Facts.Sent> sent,
      List<Facts.DeadLetter> letters,
      Map<String, List<String>> consumers,
      Map<String, String> topicsById,
      Map<TopicPartition, Long> lastRecords) {}

  Content read() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka))) {
      var names = admin.listTopics().names().get();
      var topics = new ArrayList<>(Poison.TOPICS);
      var consumers = new HashMap<String, List<String>>();
      for (var name : names) {
        var letters = LETTERS.matcher(name);
        if (letters.matches()) {
          topics.add(name);
          consumers.computeIfAbsent(letters.group(1), _ -> new ArrayList<>()).add(letters.group(2));
        }
      }
      topics.removeIf(topic -> !names.contains(topic));
      var ids = new HashMap<String, String>();
      admin
          .describeTopics(names)
          .allTopicNames()
          .get()
          .forEach((name, it) -> ids.put(uuid(it.topicId()), name));
      return content(topics, consumers, ids);
    } catch (ExecutionException away) {
      throw new IllegalStateException("Kafka cannot be read", away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static String uuid(org.apache.kafka.common.Uuid id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()).toString();
  }

  private Content content(
      List<String> topics, Map<String, List<String>> consumers, Map<String, String> ids) {
    var sent = new ArrayList<Facts.Sent>();
    var letters = new ArrayList<Facts.DeadLetter>();
    var last = new HashMap<TopicPartition, Long>();
    read(
        topics,
        record -> {
          last.put(new TopicPartition(record.topic(), record.partition()), record.offset());
          var letter = LETTERS.matcher(record.topic());
          if (letter.matches()) {
            letters.add(letter(letter.group(2), record));
          } else if (!header(record, "ce_source").equals(Poison.SOURCE)) {
            sent.add(sent(record));
          }
        });
    return new Content(sent, letters, consumers, ids, last);
  }

  private void read(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> taking) {
    try (var consumer = consumer()) {
      var partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(500)).forEach(taking);
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Facts.Sent sent(ConsumerRecord<byte[], byte[]> record) {
    var version = header(record, "ce_aggregateversion");
    return new Facts.Sent(
        record.topic(),
        record.partition(),
        record.offset(),
        text(record.key()),
        version.matches("[0-9]+") ? Long.parseLong(version) : -1,
        header(record, "ce_id"),
        text(record.value()));
  }

  private static Facts.DeadLetter letter(String consumer, ConsumerRecord<byte[], byte[]> record) {
    return new Facts.DeadLetter(
        consumer,
        header(record, "dlt_topic"),
        Integer.parseInt(header(record, "dlt_partition")),
        Long.parseLong(header(record, "dlt_offset")),
        header(record, "ce_source").equals(Poison.SOURCE),
        header(record, "dlt_reason"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : text(header.value());
  }

  private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? "" : StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString();
  }
}
