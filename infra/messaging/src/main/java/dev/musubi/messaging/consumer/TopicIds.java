package dev.musubi.messaging.consumer;

import dev.musubi.messaging.KafkaClients;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/** Tells a topic from an earlier one of the same name, whose offsets mean nothing any more. */
final class TopicIds {
  private final KafkaClients clients;

  TopicIds(KafkaClients clients) {
    this.clients = clients;
  }

  Map<String, UUID> of(Collection<String> topics) {
    try (Admin admin = clients.admin()) {
      Map<String, UUID> ids = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach((name, it) -> ids.put(name, uuid(it.topicId())));
      return ids;
    } catch (ExecutionException e) {
      throw new KafkaException("the topics " + topics + " could not be described", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private static UUID uuid(Uuid id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }
}
