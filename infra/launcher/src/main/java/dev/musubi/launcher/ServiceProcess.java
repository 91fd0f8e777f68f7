package dev.musubi.launcher;

import dev.musubi.engines.Probe;
import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.JavaCommand;
import dev.musubi.launcher.Instances.Instance;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a service is started: command, environment, health. */
record ServiceProcess(
    Instance instance,
    Addresses addresses,
    DataFolder data,
    Application application,
    boolean demo) {

  Service service() {
    return instance.service();
  }

  ChildSpec spec() {
    var readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port()));
    return new ChildSpec(
        instance.name(),
        () -> {
          Files.createDirectories(data.logs());
          return command(cacheOptions()).words();
        },
        data.path(),
        environment(),
        data.logs().resolve(instance.name() + ".log"),
        () -> Probe.http(readiness),
        Duration.ofSeconds(20));
  }

  private int port() {
    return addresses.of(instance);
  }

  /** The first compiler alone: it is quicker to start, and keeps a service's memory small. */
  JavaCommand command(List<String> further) {
    var options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xss512k"));
    options.add("-XX:ReservedCodeCacheSize=48m");
    options.add("-XX:MaxDirectMemorySize=48m");
    options.add("-XX:MaxMetaspaceSize=160m");
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-Djava.security.egd=file:/dev/urandom");
    options.addAll(further);
    return new JavaCommand(
        JavaCommand.ownHome(),
        service().heapMegabytes(),
        options,
        application.leashed(service().id()),
        service().mainClass(),
        List.of());
  }

  private List<String> cacheOptions() {
    var cache = application.cache(service().id());
    return Files.exists(cache)
        ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of();
  }

  Map<String, String> environment() {
    var secrets = data.secrets();
    var engines = addresses.engines();
    var all = new LinkedHashMap<String, String>();
    all.put("SERVER_PORT", Integer.toString(port()));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    all.put("MUSUBI_PUBLIC_URL", addresses.publicUrl());
    all.put("MUSUBI_KAFKA", "127.0.0.1:" + engines.kafka());
    all.put("MUSUBI_ELASTICSEARCH", "http://127.0.0.1:" + engines.elasticsearch());
    all.put("MUSUBI_REDIS", "redis://:%s@127.0.0.1:%d".formatted(secrets.redis(), engines.redis()));
    all.put("MUSUBI_SMTP", "smtp://127.0.0.1:" + engines.smtp());
    all.put("MUSUBI_MAIL_FROM", "Musubi <musubi@localhost>");
    for (var other : Service.values()) {
      all.put("MUSUBI_" + other.name() + "_URL", "http://127.0.0.1:" + addresses.of(other));
    }
    all.put("MUSUBI_SERVICE_SECRET", String.valueOf(secrets.clients().get(service().id())));
    if (service().hasDatabase()) {
      all.put(
          "MUSUBI_DATABASE_URL",
          "jdbc:postgresql://127.0.0.1:%d/musubi".formatted(engines.postgres()));
      all.put("MUSUBI_DATABASE_USER", service().id());
      all.put("MUSUBI_DATABASE_PASSWORD", String.valueOf(secrets.databases().get(service().id())));
    }
    ofOneServiceAlone(all, secrets);
    return all;
  }

  private void ofOneServiceAlone(Map<String, String> all, Secrets secrets) {
    if (service() == Service.PROFILES) {
      all.put(
          "MUSUBI_SERVICE_SECRETS",
          secrets.clients().entrySet().stream()
              .map(client -> client.getKey() + "=" + client.getValue())
              .collect(Collectors.joining(",")));
      all.put("MUSUBI_KEY_SECRET", secrets.keys());
      all.put("MUSUBI_DEMO", Boolean.toString(demo));
    }
    if (service() == Service.NOTIFICATIONS) {
      all.put("MUSUBI_TOKEN_SECRET", secrets.tokens());
    }
    if (service() == Service.MATCHING) {
      all.putAll(new ChosenModel(data).environment());
    }
  }
}
