package dev.musubi.messaging.outbox;

import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.MessagingProperties;
import dev.musubi.messaging.Outbox;
import dev.musubi.messaging.ServiceName;
import dev.musubi.messaging.TopicSetup;
import java.sql.DriverManager;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a service, and the relay that empties it. */
@AutoConfiguration(
    afterName = {
      "dev.musubi.messaging.MessagingAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    })
class OutboxAutoConfiguration {
  private final Wake wake = new Wake();

  @Bean
  Outbox outbox(JdbcTemplate jdbc, EventSchemas schemas) {
    return new TransactionalOutbox(jdbc, new EventCheck(schemas), wake, Clock.systemUTC());
  }

  @Bean
  RelayState relayState() {
    return new RelayState();
  }

  @Bean
  @ConditionalOnClass(HealthIndicator.class)
  OutboxStatus outboxHealthIndicator(JdbcClient jdbc, RelayState state) {
    return new OutboxStatus(jdbc, state);
  }

  /** Where there is no security there is no such door. */
  @Bean
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  @ConditionalOnClass(name = "org.springframework.security.core.context.SecurityContextHolder")
  ParkedKeysController parkedKeysController(
      JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new ParkedKeysController(
        new ParkedKeys(jdbc, new TransactionTemplate(transactions), wake));
  }

  @Bean
  @DependsOnDatabaseInitialization
  @ConditionalOnProperty(name = "musubi.messaging.relay.enabled", matchIfMissing = true)
  RelayLifecycle relayLifecycle(
      ObjectProvider<JdbcConnectionDetails> details,
      DataSource pool,
      KafkaClients clients,
      TopicSetup topics,
      MessagingProperties properties,
      ServiceName service,
      RelayState state) {
    return new RelayLifecycle(
        new Relay(
            connections(details.getIfAvailable(), pool),
            clients,
            topics,
            properties.relay(),
            service.value(),
            wake,
            state));
  }

  /** Beside the pool, whose connections are for requests; from it when nothing else is known. */
  private static DedicatedConnections connections(
      @Nullable JdbcConnectionDetails details, DataSource pool) {
    return details == null
        ? pool::getConnection
        : () ->
            DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
  }
}
