package dev.musubi.messaging;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of {@code shared-model}, read once. */
public final class EventSchemas {
  private static final int SHOWN = 5;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** What is wrong with the state, or empty when it keeps its contract. */
  public Optional<String> violation(String topic, JsonNode state) {
    var errors = schemas.computeIfAbsent(topic, this::load).validate(state);
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            errors.stream()
                .limit(SHOWN)
                .map(e -> e.getInstanceLocation() + " " + e.getMessage())
                .collect(Collectors.joining("; ")));
  }

  private Schema load(String topic) {
    String path = "/schema/" + Topics.schema(topic) + ".json";
    try (InputStream file = EventSchemas.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("topic " + topic + " has no schema at " + path);
      }
      return registry.getSchema(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
