package dev.musubi.notifications.world;

import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A running instance of the service. */
public final class Instance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  Instance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The application itself. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Address of its HTTP interface. */
  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** A part of it. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Hands an event to a handler in a transaction, as the listener does. */
  public <H> void hand(Class<H> handler, Consumer<H> event) {
    part(TransactionTemplate.class).executeWithoutResult(status -> event.accept(part(handler)));
  }

  /** Its database. */
  public JdbcClient database() {
    return part(JdbcClient.class);
  }

  /** A number out of its database. */
  public long count(String sql) {
    return database().sql(sql).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
  }
}
