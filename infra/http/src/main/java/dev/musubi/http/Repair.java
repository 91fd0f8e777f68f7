package dev.musubi.http;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

/**
 * Binds a tree, and at each failure notes it, takes the guilty part out and binds again, so that
 * all are found. See RATIONALE.md for why this and no problem handler.
 */
final class Repair<T> {
  /** More mistakes than this are no slip: one more round costs as much as the first. */
  private static final int MAX_ERRORS = 50;

  private final JsonMapper mapper;
  private final JavaType type;
  private final Pruned pruned;
  private final Map<String, FieldError> errors;
  private final Set<String> filled = new HashSet<>();

  Repair(JsonMapper mapper, JavaType type, Pruned pruned, Map<String, FieldError> errors) {
    this.mapper = mapper;
    this.type = type;
    this.pruned = pruned;
    this.errors = errors;
  }

  /** The value, or null when nothing can be bound at all; {@code errors} then says why. */
  @Nullable T bind() {
    for (int round = 0; round < 2 * MAX_ERRORS && errors.size() < MAX_ERRORS; round++) {
      try {
        T value = mapper.readerFor(type).readValue(pruned.tree());
        if (value == null) {
          errors.putIfAbsent("", new FieldError("", "required"));
        }
        return value;
      } catch (JacksonException e) {
        String pointer = Pointers.of(e);
        note(pruned.original(pointer), e);
        if (!repair(pointer, e)) {
          return null;
        }
      }
    }
    return null;
  }

  private void note(String pointer, JacksonException problem) {
    boolean consequence = errors.keySet().stream().anyMatch(e -> Pointers.contains(pointer, e));
    if (!consequence) {
      errors.put(pointer, BindingErrors.of(pointer, problem));
    }
  }

  private boolean repair(String pointer, JacksonException problem) {
    if (filled.contains(pointer)) {
      return false;
    }
    return pruned.remove(pointer) || fill(pointer, problem);
  }

  /** A primitive cannot be absent: put something in its place, to find what else is wrong. */
  private boolean fill(String pointer, JacksonException problem) {
    if (!(problem instanceof MismatchedInputException mismatch)) {
      return false;
    }
    Class<?> target = mismatch.getTargetType();
    if (target == null || !target.isPrimitive()) {
      return false;
    }
    filled.add(pointer);
    JsonNode filler = target == boolean.class ? BooleanNode.FALSE : IntNode.valueOf(0);
    return pruned.put(pointer, filler);
  }
}
