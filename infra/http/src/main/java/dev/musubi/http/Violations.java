package dev.musubi.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in our words what Jakarta Validation found. */
final class Violations {
  /** A constraint of a service's own names its text, and with it the code: {problem.field.rate}. */
  private static final String OWN_TEXT = "{problem.field.";

  private Violations() {}

  static <T> void collect(
      Set<ConstraintViolation<T>> violations, Pruned pruned, Map<String, FieldError> errors) {
    collect(
        violations.stream()
            .map(it -> error(pruned.original(pointer(it.getPropertyPath())), it))
            .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
            .toList(),
        errors);
  }

  static void collect(List<FieldError> found, Map<String, FieldError> errors) {
    found.stream()
        .filter(error -> errors.keySet().stream().noneMatch(known -> related(known, error)))
        .forEach(error -> errors.putIfAbsent(error.pointer(), error));
  }

  /** What was taken out because it was wrong must not be called missing as well. */
  private static boolean related(String known, FieldError error) {
    return Pointers.contains(known, error.pointer()) || Pointers.contains(error.pointer(), known);
  }

  static FieldError error(String pointer, ConstraintViolation<?> violation) {
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    String template = violation.getMessageTemplate();
    if (template.startsWith(OWN_TEXT) && template.endsWith("}")) {
      return new FieldError(pointer, template.substring(OWN_TEXT.length(), template.length() - 1));
    }
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return of(pointer, constraint, attributes, violation.getMessage());
  }

  static FieldError of(
      String pointer, String constraint, Map<String, Object> attributes, String message) {
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> new FieldError(pointer, "required");
      case "Size" -> size(pointer, attributes);
      case "Min", "DecimalMin" -> new FieldError(pointer, "min", bound(attributes));
      case "Max", "DecimalMax" -> new FieldError(pointer, "max", bound(attributes));
      case "Positive" -> new FieldError(pointer, "min", 1);
      case "PositiveOrZero" -> new FieldError(pointer, "min", 0);
      case "Email" -> new FieldError(pointer, "format", new BindingErrors.Named("email"));
      case "Range" ->
          new FieldError(
              pointer,
              "range",
              attributes.getOrDefault("min", 0),
              attributes.getOrDefault("max", Integer.MAX_VALUE));
      case "Pattern" -> new FieldError(pointer, "pattern", message);
      default -> new FieldError(pointer, "constraint", message);
    };
  }

  private static Object bound(Map<String, Object> attributes) {
    return attributes.getOrDefault("value", "");
  }

  private static FieldError size(String pointer, Map<String, Object> attributes) {
    int min = (int) attributes.getOrDefault("min", 0);
    int max = (int) attributes.getOrDefault("max", Integer.MAX_VALUE);
    if (max == Integer.MAX_VALUE) {
      return new FieldError(pointer, "size.min", min);
    }
    return min <= 0
        ? new FieldError(pointer, "size.max", max)
        : new FieldError(pointer, "size", min, max);
  }

  static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.isInIterable()) {
        if (node.getIndex() != null) {
          pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
          pointer.append('/').append(Pointers.escape(node.getKey().toString()));
        }
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        pointer.append('/').append(Pointers.escape(node.getName()));
      }
    }
    return pointer.toString();
  }
}
