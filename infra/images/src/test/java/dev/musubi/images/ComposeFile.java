package dev.musubi.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as written, with its anchors resolved and its variables not. */
final class ComposeFile {
  private final Map<String, Container> containers = new LinkedHashMap<>();

  ComposeFile() {
    Map<String, Object> root = new Yaml().load(Project.text("docker-compose.yml"));
    map(root.getOrDefault("services", Map.of()))
        .forEach((name, value) -> containers.put(name, new Container(name, map(value))));
  }

  List<Container> containers() {
    return List.copyOf(containers.values());
  }

  Container container(String name) {
    var found = containers.get(name);
    if (found == null) {
      throw new IllegalArgumentException("docker-compose.yml has no " + name);
    }
    return found;
  }

  Set<String> ofProfile(String profile) {
    return containers.values().stream()
        .filter(container -> container.list("profiles").contains(profile))
        .map(Container::name)
        .collect(Collectors.toSet());
  }

  /** One of those that the file calls services. */
  record Container(String name, Map<String, Object> settings) {
    Map<String, Object> environment() {
      return map(settings.getOrDefault("environment", Map.of()));
    }

    String image() {
      return String.valueOf(settings.get("image"));
    }

    List<String> list(String key) {
      var value = settings.getOrDefault(key, List.of());
      return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    boolean has(String key) {
      return settings.containsKey(key);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
