package dev.musubi.messaging.consumer;

import dev.musubi.messaging.BatchSubscription;
import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.MessagingProperties;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.TopicSetup;
import dev.musubi.messaging.deadletter.DeadLetterCounts;
import dev.musubi.messaging.deadletter.DeadLetterSender;
import dev.musubi.messaging.deadletter.DeadLetters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Listens for every subscription that is declared as a bean. */
@AutoConfiguration(
    afterName = {
      "dev.musubi.messaging.MessagingAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    })
class ConsumerAutoConfiguration {

  @Bean
  DeadLetterSender deadLetterSender(KafkaClients clients) {
    return new DeadLetterSender(clients);
  }

  @Bean
  ConsumerGroups consumerGroups(
      ObjectProvider<Subscription<?>> singles,
      ObjectProvider<BatchSubscription<?>> batches,
      KafkaClients clients,
      TopicSetup topics,
      EventSchemas schemas,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      DeadLetterSender letters,
      MessagingProperties properties) {
    ConsumerGroup.Parts parts =
        new ConsumerGroup.Parts(
            clients,
            topics,
            schemas,
            jdbc,
            new TransactionTemplate(transactions),
            letters,
            properties.consumers());
    List<ConsumerGroup> groups =
        Stream.<Listener<?>>concat(
                singles.orderedStream().map(it -> Listener.of(it)),
                batches.orderedStream().map(it -> Listener.of(it)))
            .map(it -> ConsumerGroup.of(it, parts))
            .toList();
    requireDifferentNames(groups);
    return new ConsumerGroups(groups);
  }

  private static void requireDifferentNames(List<ConsumerGroup> groups) {
    Set<String> names = new HashSet<>();
    for (ConsumerGroup each : groups) {
      if (!names.add(each.state().consumer())) {
        throw new IllegalStateException(
            "two subscriptions are named \"" + each.state().consumer() + "\"");
      }
    }
  }

  @Bean
  @DependsOnDatabaseInitialization
  @ConditionalOnProperty(name = "musubi.messaging.consumers.enabled", matchIfMissing = true)
  ConsumersLifecycle consumersLifecycle(ConsumerGroups groups) {
    return new ConsumersLifecycle(groups.all());
  }

  @Bean
  DeadLetterCounts deadLetterCounts(
      KafkaClients clients, ConsumerGroups groups, MessagingProperties properties) {
    DeadLetterCounts counts =
        new DeadLetterCounts(new DeadLetters(clients), properties.consumers().count());
    groups.states().forEach(it -> counts.watch(it.topic(), it.consumer()));
    return counts;
  }

  @Bean
  @ConditionalOnClass(HealthIndicator.class)
  ConsumersStatus consumersHealthIndicator(ConsumerGroups groups, DeadLetterCounts letters) {
    return new ConsumersStatus(groups.states(), letters);
  }

  @Bean
  KafkaWatch kafkaWatch(KafkaClients clients) {
    return new KafkaWatch(clients);
  }

  @Bean
  @DependsOnDatabaseInitialization
  InboxPurge inboxPurge(JdbcClient jdbc, MessagingProperties properties) {
    return new InboxPurge(new Inbox(jdbc), properties.inbox().keep(), properties.inbox().purge());
  }
}
