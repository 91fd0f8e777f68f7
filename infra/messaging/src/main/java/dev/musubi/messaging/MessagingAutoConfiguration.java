package dev.musubi.messaging;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What outbox and consumers share. */
@AutoConfiguration
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingAutoConfiguration {

  @Bean
  ServiceName serviceName(
      MessagingProperties properties, @Value("${spring.application.name:}") String application) {
    String name = properties.service();
    return new ServiceName(name == null ? application : name);
  }

  @Bean
  KafkaClients kafkaClients(MessagingProperties properties) {
    return new KafkaClients(properties.kafka(), properties.client());
  }

  @Bean
  TopicSetup topicSetup(KafkaClients clients, MessagingProperties properties) {
    return new TopicSetup(clients, properties.topics());
  }

  @Bean
  EventSchemas eventSchemas() {
    return new EventSchemas();
  }
}
