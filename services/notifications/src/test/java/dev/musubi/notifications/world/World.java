package dev.musubi.notifications.world;

import dev.musubi.notifications.NotificationsApplication;
import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Instances of this service over real engines, with neighbours that can be sent away. Each world
 * has its own database, neighbours and clock.
 */
public final class World implements AutoCloseable {
  private final EngineKit kit = EngineKit.shared();
  private final DatabaseAddress database = kit.postgres("notifications");
  private final Neighbours neighbours = new Neighbours();
  private final MovableClock clock = new MovableClock();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Instance> instances = new ArrayList<>();

  /** A world without instances. */
  public World() {
    settings.put("SERVER_PORT", "0");
    settings.put("MUSUBI_DATABASE_URL", database.url());
    settings.put("MUSUBI_DATABASE_USER", database.user());
    settings.put("MUSUBI_DATABASE_PASSWORD", database.password());
    settings.put("MUSUBI_KAFKA", kit.kafka());
    settings.put("MUSUBI_REDIS", kit.redis().toString());
    settings.put("MUSUBI_SMTP", kit.smtp().uri().toString());
    settings.put("MUSUBI_MAIL_FROM", "no-reply@mail.musubi.example");
    settings.put("MUSUBI_TOKEN_SECRET", "a secret of thirty-two bytes or more");
    settings.put("MUSUBI_MATCHING_URL", neighbours.url());
    settings.putAll(TestIssuer.shared().properties());
    settings.put("musubi.notifications.profiles-url", neighbours.url());
    settings.put("musubi.notifications.mail.pause", "1s");
    settings.put("logging.level.org.apache.kafka", "WARN");
  }

  /** Sets a property of the instances that start from now on. */
  public World with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Without listeners: events come by {@link Instance} methods alone. */
  public World withoutKafka() {
    return with("musubi.messaging.consumers.enabled", "false")
        .with("musubi.messaging.relay.enabled", "false");
  }

  /** Starts an instance. */
  public Instance start() {
    SpringApplication application =
        new SpringApplicationBuilder(NotificationsApplication.class)
            .web(WebApplicationType.SERVLET)
            .initializers(
                context ->
                    ((GenericApplicationContext) context)
                        .registerBean("clock", InstantSource.class, () -> clock))
            .build();
    application.setRegisterShutdownHook(false);
    ConfigurableApplicationContext context = application.run(arguments());
    Instance instance = new Instance(context);
    instances.add(instance);
    return instance;
  }

  /** The settings as arguments of a process. */
  public String[] arguments() {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  /** Profiles and matching. */
  public Neighbours neighbours() {
    return neighbours;
  }

  /** The clock of the instances. */
  public MovableClock clock() {
    return clock;
  }

  @Override
  public void close() {
    instances.forEach(Instance::close);
    neighbours.close();
  }
}
