package dev.musubi.matching.world;

import dev.musubi.matching.MatchingApplication;
import dev.musubi.model.Ids;
import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.identity.TestIssuer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Instances of this service over real engines, with a database and indices of their own. */
public final class World implements AutoCloseable {
  /** Where the shipped model lies, seen from this module. */
  public static final Path MODEL =
      Path.of("../../infra/embedding/model/musubi-e5-small-ja-en").toAbsolutePath().normalize();

  private final EngineKit kit = EngineKit.shared();
  private final DatabaseAddress database = kit.postgres("matching");
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Instance> instances = new ArrayList<>();

  /** A world without instances. */
  public World() {
    settings.put("SERVER_PORT", "0");
    settings.put("MUSUBI_DATABASE_URL", database.url());
    settings.put("MUSUBI_DATABASE_USER", database.user());
    settings.put("MUSUBI_DATABASE_PASSWORD", database.password());
    settings.put("MUSUBI_KAFKA", kit.kafka());
    settings.put("MUSUBI_ELASTICSEARCH", kit.elasticsearch().toString());
    settings.put("MUSUBI_EMBEDDINGS", "false");
    settings.put("MUSUBI_INDEX_PREFIX", "t" + Ids.next().toString().substring(24));
    settings.putAll(TestIssuer.shared().properties());
    settings.put("logging.level.org.apache.kafka", "WARN");
  }

  /** Sets a property of the instances that start from now on. */
  public World with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** First part of the names of its indices. */
  public String prefix() {
    return settings.getOrDefault("MUSUBI_INDEX_PREFIX", "");
  }

  /** With the model that the product ships. */
  public World withModel() {
    return with("MUSUBI_EMBEDDINGS", "true").with("MUSUBI_MODEL", MODEL.toString());
  }

  /** Without listeners and relay: events come by the use cases alone and stay in the outbox. */
  public World withoutKafka() {
    return with("musubi.messaging.consumers.enabled", "false")
        .with("musubi.messaging.relay.enabled", "false");
  }

  /** Starts an instance. */
  public Instance start() {
    var application =
        new SpringApplicationBuilder(MatchingApplication.class)
            .web(WebApplicationType.SERVLET)
            .build();
    application.setRegisterShutdownHook(false);
    var instance = new Instance(application.run(arguments()));
    instances.add(instance);
    return instance;
  }

  /** The settings as arguments of a process. */
  public String[] arguments() {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  @Override
  public void close() {
    instances.reversed().forEach(Instance::close);
  }
}
