package dev.musubi.launcher;

import dev.musubi.engines.EnginePorts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every port of a copy follows from the first.
 *
 * @param first the port that people open in the browser
 */
record Addresses(int first) {
  private static final int ENGINES = 10;

  EnginePorts engines() {
    return EnginePorts.from(first + ENGINES);
  }

  int of(Service service) {
    return service.port(first);
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
    for (var service : Service.values()) {
      all.put(service.id(), of(service));
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
