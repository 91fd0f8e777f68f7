package dev.musubi.testkit;

import dev.musubi.engines.DatabaseAccess;
import dev.musubi.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;

/** Containers from the official images. */
final class ContainerProvider implements EngineProvider {
  private final Map<String, GenericContainer<?>> running = new ConcurrentHashMap<>();
  private final AtomicInteger databases = new AtomicInteger();

  @Override
  public DatabaseAddress postgres(String role) {
    var container = ready("postgres", EngineContainers::postgres);
    var port = container.getMappedPort(EngineContainers.POSTGRES_PORT);
    var database = role + "_" + databases.incrementAndGet();
    try {
      new DatabaseAccess(container.getHost(), port, EngineContainers.PASSWORD)
          .prepare(database, Map.of(role, EngineContainers.PASSWORD));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var url = "jdbc:postgresql://%s:%d/%s".formatted(container.getHost(), port, database);
    return new DatabaseAddress(url, role, EngineContainers.PASSWORD);
  }

  @Override
  public String kafka() {
    var container = (KafkaContainer) ready("kafka", EngineContainers::kafka);
    return container.getBootstrapServers();
  }

  @Override
  public URI elasticsearch() {
    var container = ready("elasticsearch", EngineContainers::elasticsearch);
    return address("http", container, EngineContainers.ELASTICSEARCH_PORT);
  }

  @Override
  public URI redis() {
    var container = ready("redis", EngineContainers::redis);
    var port = container.getMappedPort(EngineContainers.REDIS_PORT);
    return URI.create(
        "redis://:%s@%s:%d".formatted(EngineContainers.PASSWORD, container.getHost(), port));
  }

  @Override
  public SmtpAddress smtp() {
    var container = ready("mail", () -> EngineContainers.mail(Engines.mailClassPath()));
    return new SmtpAddress(
        address("smtp", container, EngineContainers.SMTP_PORT),
        address("http", container, EngineContainers.MAIL_PAGES_PORT));
  }

  private static URI address(String scheme, GenericContainer<?> container, int port) {
    return URI.create(
        "%s://%s:%d".formatted(scheme, container.getHost(), container.getMappedPort(port)));
  }

  /** One that does not come up is forgotten, so that the next test tells the reason again. */
  private GenericContainer<?> ready(String name, Supplier<GenericContainer<?>> container) {
    return running.computeIfAbsent(
        name,
        unused -> {
          var created = container.get();
          created.start();
          return created;
        });
  }

  @Override
  public void close() {
    running.values().parallelStream().forEach(GenericContainer::stop);
  }
}
