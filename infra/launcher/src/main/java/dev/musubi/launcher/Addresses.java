package dev.musubi.launcher;

import dev.musubi.engines.EnginePorts;
import dev.musubi.launcher.Instances.Instance;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every port of a copy follows from the first.
 *
 * @param first the port that people open in the browser
 * @param instances of the services; those beyond the first lie behind the engines
 */
record Addresses(int first, Instances instances) {
  private static final int ENGINES = 10;
  private static final int FURTHER = 18;

  /** One process of each service. */
  Addresses(int first) {
    this(first, Instances.ofEach(1));
  }

  EnginePorts engines() {
    return EnginePorts.from(first + ENGINES);
  }

  int of(Service service) {
    return service.port(first);
  }

  int of(Instance instance) {
    int before = (instance.number() - 2) * Service.values().length;
    return instance.number() == 1
        ? of(instance.service())
        : first + FURTHER + before + instance.service().ordinal();
  }

  String publicUrl() {
    return "http://localhost:" + first;
  }

  String mailPages() {
    return "http://localhost:" + engines().mailPages();
  }

  /** Name and port of everything that listens. */
  Map<String, Integer> all() {
    var all = new LinkedHashMap<String, Integer>();
    for (var instance : instances.all()) {
      all.put(instance.name(), of(instance));
    }
    all.put("postgres", engines().postgres());
    all.put("kafka", engines().kafka());
    all.put("kafka controller", engines().kafkaController());
    all.put("elasticsearch", engines().elasticsearch());
    all.put("elasticsearch transport", engines().elasticsearchTransport());
    all.put("redis", engines().redis());
    all.put("mail", engines().smtp());
    all.put("mail pages", engines().mailPages());
    return all;
  }
}
