package dev.musubi.launcher;

import dev.musubi.engines.EngineSettings;
import dev.musubi.engines.EngineSettings.Durability;
import dev.musubi.engines.Engines;
import dev.musubi.engines.process.Child;
import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.ChildState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All processes of one copy. */
final class Copy {
  private static final int ELASTICSEARCH_HEAP = 512;
  static final int KAFKA_HEAP = 256;

  /**
   * Without these no service gets through its start. That services wait for them is not needed for
   * their sake (they try again), but a service that starts in vain takes the processor from what it
   * waits for.
   */
  private static final Set<String> FIRST = Set.of("postgres", "kafka", "redis");

  private final Addresses addresses;
  private final DataFolder data;
  private final boolean demo;
  private final List<ChildSpec> engineSpecs;
  private final List<ChildSpec> serviceSpecs;
  private final Map<String, Child> engines = new LinkedHashMap<>();
  private final Map<String, Child> services = new LinkedHashMap<>();
  private boolean stopped;

  Copy(Addresses addresses, DataFolder data, Application application, boolean demo) {
    this.addresses = addresses;
    this.data = data;
    this.demo = demo;
    this.engineSpecs = Engines.all(settings(application));
    this.serviceSpecs =
        addresses.instances().all().stream()
            .filter(it -> application.has(it.service()))
            .map(it -> new ServiceProcess(it, addresses, data, application, demo).spec())
            .toList();
  }

  private EngineSettings settings(Application application) {
    var secrets = data.secrets();
    return new EngineSettings(
        data.engines(),
        data.logs(),
        addresses.engines(),
        secrets.databases(),
        secrets.superuser(),
        secrets.redis(),
        Durability.POWER_LOSS,
        elasticsearchHeap(),
        KAFKA_HEAP,
        application.folder());
  }

  static int elasticsearchHeap() {
    return Integer.getInteger("musubi.elasticsearch.heap", ELASTICSEARCH_HEAP);
  }

  synchronized void startEngines() {
    engineSpecs.forEach(spec -> start(spec, engines));
  }

  /** Starts what can be started by now; to be called until all have been. */
  synchronized void startServices() {
    var waiting =
        engines.values().stream()
            .anyMatch(
                engine ->
                    FIRST.contains(engine.spec().name())
                        && engine.status().state() != ChildState.READY);
    if (!waiting) {
      serviceSpecs.stream()
          .filter(spec -> !services.containsKey(spec.name()))
          .forEach(spec -> start(spec, services));
    }
  }

  private void start(ChildSpec spec, Map<String, Child> among) {
    if (!stopped) {
      among.put(spec.name(), Child.start(spec));
    }
  }

  synchronized boolean isReady() {
    return services.size() == serviceSpecs.size()
        && children().stream().allMatch(child -> child.status().state() == ChildState.READY);
  }

  synchronized List<Child> children() {
    return Stream.of(engines.values(), services.values()).flatMap(Collection::stream).toList();
  }

  /** Names of all, started or not. */
  List<String> names() {
    return Stream.of(engineSpecs, serviceSpecs)
        .flatMap(Collection::stream)
        .map(ChildSpec::name)
        .toList();
  }

  /** How things stand, for other commands. */
  Run run(boolean ready, @Nullable String failure) {
    var ports = addresses.all();
    var parts = new ArrayList<Run.Part>();
    for (var child : children()) {
      var status = child.status();
      var begun =
          status.pid() == null
              ? null
              : ProcessHandle.of(status.pid())
                  .flatMap(process -> process.info().startInstant())
                  .orElse(null);
      parts.add(
          new Run.Part(
              status.name(),
              status.state().name(),
              status.pid(),
              begun,
              ports.getOrDefault(status.name(), 0),
              status.deaths(),
              status.reason()));
    }
    return new Run(ProcessHandle.current().pid(), addresses.first(), demo, ready, failure, parts);
  }

  /** The services first, so that none misses an engine while it finishes its work. */
  void stop() {
    synchronized (this) {
      stopped = true;
    }
    services.values().parallelStream().forEach(Child::close);
    engines.values().parallelStream().forEach(Child::close);
  }
}
