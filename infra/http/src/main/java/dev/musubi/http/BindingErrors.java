package dev.musubi.http;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in our words what Jackson could not bind. */
final class BindingErrors {
  private BindingErrors() {}

  static FieldError of(String pointer, JacksonException problem) {
    return switch (problem) {
      case PropertyBindingException _ -> new FieldError(pointer, "unknown");
      case InvalidNullException _ -> new FieldError(pointer, "required");
      case InvalidFormatException e -> format(pointer, e);
      case ValueInstantiationException e -> value(pointer, e.getType().getRawClass());
      case InvalidTypeIdException _ -> new FieldError(pointer, "kind");
      case MismatchedInputException e -> mismatch(pointer, e);
      default -> new FieldError(pointer, "value");
    };
  }

  static FieldError wrongType(String pointer, @Nullable Class<?> target) {
    if (target == null) {
      return new FieldError(pointer, "value");
    }
    if (target.isEnum()) {
      return new FieldError(pointer, "choice", choices(target));
    }
    String kind = kind(target);
    return switch (kind) {
      case "uuid", "instant", "date", "duration", "uri" ->
          new FieldError(pointer, "format", new Named(kind));
      case "other" -> value(pointer, target);
      default -> new FieldError(pointer, "type", new Named(kind));
    };
  }

  private static FieldError format(String pointer, InvalidFormatException problem) {
    Class<?> target = problem.getTargetType();
    return wrongType(pointer, target);
  }

  private static FieldError mismatch(String pointer, MismatchedInputException problem) {
    Class<?> target = problem.getTargetType();
    boolean absent =
        target != null
            && target.isPrimitive()
            && String.valueOf(problem.getOriginalMessage()).startsWith("Cannot map `null`");
    return absent ? new FieldError(pointer, "required") : wrongType(pointer, target);
  }

  private static FieldError value(String pointer, Class<?> target) {
    return new FieldError(pointer, "value", new Named(target.getSimpleName()));
  }

  private static String choices(Class<?> target) {
    return Arrays.stream(target.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private static String kind(Class<?> target) {
    return switch (target.getName()) {
      case "java.lang.String", "java.lang.CharSequence", "char" -> "text";
      case "int",
          "long",
          "short",
          "byte",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.math.BigInteger" ->
          "integer";
      case "double", "float", "java.lang.Double", "java.lang.Float", "java.math.BigDecimal" ->
          "number";
      case "boolean", "java.lang.Boolean" -> "boolean";
      case "java.util.UUID" -> "uuid";
      case "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime" -> "instant";
      case "java.time.LocalDate", "java.time.YearMonth", "java.time.Year" -> "date";
      case "java.time.Duration", "java.time.Period" -> "duration";
      case "java.net.URI", "java.net.URL" -> "uri";
      default -> container(target);
    };
  }

  private static String container(Class<?> target) {
    if (target.isArray() || Iterable.class.isAssignableFrom(target)) {
      return "list";
    }
    if (target.isRecord() || java.util.Map.class.isAssignableFrom(target)) {
      return "object";
    }
    return "other";
  }

  /** A word whose text stands in the bundles as {@code problem.type.<name>}. */
  record Named(String name) {
    static Named of(Type type) {
      return new Named(type instanceof Class<?> c ? c.getSimpleName() : type.getTypeName());
    }
  }
}
