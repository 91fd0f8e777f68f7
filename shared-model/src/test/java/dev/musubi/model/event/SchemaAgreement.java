package dev.musubi.model.event;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks a record and its schema side by side and collects in what they differ. */
final class SchemaAgreement {
  private static final Map<Class<?>, String> JSON_TYPES =
      Map.of(
          String.class, "string",
          UUID.class, "string",
          Instant.class, "string",
          LocalDate.class, "string",
          long.class, "integer",
          int.class, "integer",
          Long.class, "integer",
          Integer.class, "integer",
          double.class, "number",
          Double.class, "number");

  private final JsonNode root;
  private final List<String> differences = new ArrayList<>();

  SchemaAgreement(JsonNode root) {
    this.root = root;
  }

  List<String> differences(Class<?> type) {
    record(type, root, type.getSimpleName());
    return differences;
  }

  private void record(Class<?> type, JsonNode schema, String path) {
    Set<String> inCode = new TreeSet<>();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(it -> required.add(it.stringValue()));
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      inCode.add(name);
      boolean nullable = isNullable(component.getAnnotatedType());
      JsonNode property = schema.path("properties").path(name);
      String at = path + "." + name;
      check(required.contains(name) != nullable, at + ": required differs from @Nullable");
      check(allowsNull(property) == nullable, at + ": null differs from @Nullable");
      value(component.getGenericType(), withoutNull(property), at);
    }
    Set<String> inSchema = new TreeSet<>();
    schema.path("properties").propertyNames().forEach(inSchema::add);
    check(inCode.equals(inSchema), path + ": code has " + inCode + ", schema has " + inSchema);
  }

  private void value(Type type, JsonNode property, String at) {
    JsonNode schema = resolve(property);
    if (type instanceof ParameterizedType list) {
      check(list.getRawType() == List.class, at + ": only lists are generic");
      check(hasType(schema, "array"), at + ": schema is no array");
      value(list.getActualTypeArguments()[0], schema.path("items"), at + "[]");
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      Set<String> inCode = new TreeSet<>();
      Arrays.stream(plain.getEnumConstants()).forEach(it -> inCode.add(((Enum<?>) it).name()));
      Set<String> inSchema = new TreeSet<>();
      schema
          .path("enum")
          .forEach(
              it -> {
                if (it.isString()) inSchema.add(it.stringValue());
              });
      check(inCode.equals(inSchema), at + ": code has " + inCode + ", schema has " + inSchema);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      check(hasType(schema, "object"), at + ": schema is no object");
      record(plain, schema, at);
    } else if (type == boolean.class || type == Boolean.class) {
      check(hasType(schema, "boolean"), at + ": schema is no boolean");
    } else {
      String expected = JSON_TYPES.get(type);
      check(expected != null && hasType(schema, expected), at + ": schema is not " + expected);
    }
  }

  private JsonNode resolve(JsonNode schema) {
    String ref = schema.path("$ref").stringValue("");
    return ref.isEmpty() ? schema : root.at(ref.substring(1));
  }

  private static JsonNode withoutNull(JsonNode schema) {
    return schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
  }

  private static boolean allowsNull(JsonNode schema) {
    return schema.has("anyOf")
        ? hasType(schema.path("anyOf").path(1), "null")
        : hasType(schema, "null");
  }

  private static boolean hasType(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    if (types.isArray()) {
      return types.valueStream().anyMatch(it -> it.stringValue("").equals(type));
    }
    return types.stringValue("").equals(type);
  }

  private static boolean isNullable(AnnotatedType type) {
    AnnotatedType top = type instanceof AnnotatedParameterizedType list ? list : type;
    return top.isAnnotationPresent(Nullable.class);
  }

  private void check(boolean holds, String difference) {
    if (!holds) {
      differences.add(difference);
    }
  }
}
