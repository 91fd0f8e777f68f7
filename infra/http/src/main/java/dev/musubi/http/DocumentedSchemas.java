package dev.musubi.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Schemas that only our own annotations name, and a stable order of all. */
final class DocumentedSchemas implements GlobalOpenApiCustomizer {
  @SuppressWarnings("rawtypes") // swagger-core's own signature
  private final Map<String, Schema> schemas = new ConcurrentSkipListMap<>();

  /** A reference to the schema of a type. */
  Schema<?> reference(Type type) {
    ResolvedSchema resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    if (resolved == null || resolved.schema == null) {
      return new Schema<>();
    }
    if (resolved.referencedSchemas != null) {
      schemas.putAll(resolved.referencedSchemas);
    }
    return resolved.schema;
  }

  @Override
  public void customise(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(new Components());
    }
    Components components = api.getComponents();
    reference(Problem.class);
    Map<String, Schema> all =
        components.getSchemas() == null ? new TreeMap<>() : new TreeMap<>(components.getSchemas());
    schemas.forEach(all::putIfAbsent);
    components.setSchemas(all);
  }
}
