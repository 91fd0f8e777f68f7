package dev.musubi.http;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON into records and says everything that is wrong with it at once: first the texts, then
 * the binding, then the Jakarta Validation constraints.
 */
public final class StrictReader {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_TEXT = 500_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_NUMBER = 60;

  private final JsonMapper trees;
  private final JsonMapper binder;
  private final Validator validator;

  /**
   * @param mapper whose modules and naming are kept
   */
  public StrictReader(JsonMapper mapper, Validator validator) {
    this.trees = treeMapper();
    this.binder = strict(mapper);
    this.validator = validator;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal 400 {@code malformed} when it is no JSON
   * @throws InvalidInput with every wrong field
   */
  public <T> T read(byte[] body, Class<T> type) {
    return bind(tree(body), binder.constructType(type));
  }

  JsonNode tree(byte[] body) {
    try {
      JsonNode tree = trees.readTree(body);
      if (tree.isMissingNode()) {
        throw Malformed.empty();
      }
      return tree;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw Malformed.at(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
    }
  }

  <T> T bind(JsonNode tree, JavaType type) {
    Map<String, FieldError> errors = new LinkedHashMap<>();
    TextCheck.collect(tree, errors);
    Pruned pruned = new Pruned(tree);
    for (String hole : pruned.removeNullItems()) {
      errors.put(hole, new FieldError(hole, "required"));
    }
    T value = new Repair<T>(binder, type, pruned, errors).bind();
    if (value != null) {
      Violations.collect(validator.validate(value), pruned, errors);
      if (value instanceof SelfChecked input) {
        Violations.collect(input.wrong(), errors);
      }
    }
    if (value == null || !errors.isEmpty()) {
      throw new InvalidInput(ordered(errors));
    }
    return value;
  }

  JsonNode write(Object value) {
    return binder.valueToTree(value);
  }

  JavaType type(java.lang.reflect.Type type) {
    return binder.constructType(type);
  }

  private static List<FieldError> ordered(Map<String, FieldError> errors) {
    return new ArrayList<>(errors.values());
  }

  private static JsonMapper treeMapper() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_TEXT)
            .maxNameLength(MAX_NAME)
            .maxNumberLength(MAX_NUMBER)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  private static JsonMapper strict(JsonMapper mapper) {
    JsonMapper.Builder builder =
        mapper
            .rebuild()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                LogicalType.Textual,
                config -> {
                  for (CoercionInputShape shape : NOT_TEXT) {
                    config.setCoercion(shape, CoercionAction.Fail);
                  }
                })
            .withCoercionConfig(
                LogicalType.Enum,
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    return builder.build();
  }

  private static final Set<CoercionInputShape> NOT_TEXT =
      Set.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
}
