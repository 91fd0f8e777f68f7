package dev.musubi.bench.goals;

import dev.musubi.bench.BenchEngines;
import dev.musubi.messaging.Outbox;
import dev.musubi.messaging.OutgoingEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service in this process that does nothing but send and receive events. */
final class MeasuredService implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  private MeasuredService(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcClient.class);
    this.outbox = context.getBean(Outbox.class);
    this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  /**
   * Starts one.
   *
   * @param database URL of one whose user has the service's name
   * @param listener a subscription, or none
   * @param more settings beyond the usual
   */
  static MeasuredService start(
      BenchEngines engines,
      String name,
      String database,
      List<Object> listener,
      Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    // The settings of a service lie on the class path too; they are not meant for this one.
    properties.put("spring.config.name", "measured-service");
    properties.put("spring.application.name", name);
    properties.put("spring.datasource.url", database);
    properties.put("spring.datasource.username", name);
    properties.put("spring.datasource.password", BenchEngines.PASSWORD);
    properties.put("spring.flyway.locations", "classpath:db/migration/messaging");
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.jmx.enabled", "false");
    properties.put("logging.level.root", "error");
    properties.put("musubi.messaging.kafka", engines.kafka());
    return new MeasuredService(
        new SpringApplicationBuilder(Configuration.class)
            .web(WebApplicationType.NONE)
            .properties(properties)
            .initializers(context -> listen(context, listener))
            .run());
  }

  private static void listen(ConfigurableApplicationContext context, List<Object> listener) {
    listener.forEach(
        it ->
            ((GenericApplicationContext) context)
                .getBeanFactory()
                .registerSingleton("listener", it));
  }

  /** Appends in one transaction. */
  void send(List<OutgoingEvent> events) {
    transaction.executeWithoutResult(_ -> outbox.appendAll(events));
  }

  /**
   * Rows in the outbox, by their first and last number: to count them would cost what is measured.
   */
  int waiting() {
    return jdbc.sql("SELECT coalesce(max(id) - min(id) + 1, 0) FROM outbox")
        .query(Integer.class)
        .single();
  }

  /** The part that empties the outbox. */
  SmartLifecycle relay() {
    return context.getBean("relayLifecycle", SmartLifecycle.class);
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Configuration {}
}
