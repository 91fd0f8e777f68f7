package dev.musubi.messaging;

import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance of a service that does nothing but send and receive events, on the real engines. */
public final class TestService implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ConfigurableApplicationContext context;

  private TestService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** A name that no other test of this JVM uses, for a service and its database. */
  public static String freshName() {
    return "test" + ProcessHandle.current().pid() + "x" + NUMBER.incrementAndGet();
  }

  public static Builder named(String name, DatabaseAddress database) {
    return new Builder(name, database);
  }

  /** In a database of its own. */
  public static Builder fresh() {
    String name = freshName();
    return named(name, EngineKit.shared().postgres(name));
  }

  public Outbox outbox() {
    return context.getBean(Outbox.class);
  }

  public JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Appends in a transaction of its own. */
  public void send(OutgoingEvent event) {
    transaction().executeWithoutResult(_ -> outbox().append(event));
  }

  /** Rows in the outbox. */
  public int waiting() {
    return jdbc().sql("SELECT count(*) FROM outbox").query(Integer.class).single();
  }

  @Override
  public void close() {
    context.close();
  }

  /** Settings of a test service. */
  public static final class Builder {
    private final Map<String, Object> properties = new HashMap<>();
    private final Map<String, Object> beans = new HashMap<>();

    private Builder(String name, DatabaseAddress database) {
      properties.put("spring.application.name", name);
      properties.put("spring.datasource.url", database.url());
      properties.put("spring.datasource.username", database.user());
      properties.put("spring.datasource.password", database.password());
      properties.put("spring.main.banner-mode", "off");
      properties.put("spring.jmx.enabled", "false");
      properties.put("musubi.messaging.consumers.pause", "50ms");
    }

    public Builder with(String property, Object value) {
      properties.put(property, value);
      return this;
    }

    public Builder listening(Object subscription) {
      beans.put("subscription" + beans.size(), subscription);
      return this;
    }

    public TestService start() {
      properties.computeIfAbsent("musubi.messaging.kafka", _ -> EngineKit.shared().kafka());
      return new TestService(
          new SpringApplicationBuilder(Configuration.class)
              .web(WebApplicationType.NONE)
              .properties(properties)
              .initializers(
                  context ->
                      beans.forEach(
                          (name, bean) ->
                              ((GenericApplicationContext) context)
                                  .getBeanFactory()
                                  .registerSingleton(name, bean)))
              .run());
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Configuration {}

  /** All events of a topic whose key is one of these, in the order of their partition. */
  public static List<Sent> sent(String kafka, String topic, java.util.Set<String> keys) {
    return SentEvents.read(kafka, topic).stream().filter(it -> keys.contains(it.key())).toList();
  }

  /** An event as it lies in Kafka. */
  public record Sent(String id, String key, long version, String type) {}
}
