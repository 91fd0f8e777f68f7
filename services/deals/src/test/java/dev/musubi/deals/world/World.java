package dev.musubi.deals.world;

import dev.musubi.deals.DealsApplication;
import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.MovableClock;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** Instances of this service over real engines, with a database and a clock of their own. */
public final class World implements AutoCloseable {
  private final EngineKit kit = EngineKit.shared();
  private final DatabaseAddress database = kit.postgres("deals");
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
    settings.putAll(TestIssuer.shared().properties());
  }

  /** Sets a property of the instances that start from now on. */
  public World with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Without listeners and relay: what is known comes by hand, and events stay in the outbox. */
  public World withoutKafka() {
    return with("musubi.messaging.consumers.enabled", "false")
        .with("musubi.messaging.relay.enabled", "false");
  }

  /** Starts an instance. */
  public Instance start() {
    SpringApplication application =
        new SpringApplicationBuilder(DealsApplication.class)
            .web(WebApplicationType.SERVLET)
            .initializers(
                context ->
                    ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> clock))
            .build();
    application.setRegisterShutdownHook(false);
    Instance instance = new Instance(application.run(arguments()));
    instances.add(instance);
    return instance;
  }

  private String[] arguments() {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  /** The clock of the instances. */
  public MovableClock clock() {
    return clock;
  }

  @Override
  public void close() {
    instances.reversed().forEach(Instance::close);
  }
}
