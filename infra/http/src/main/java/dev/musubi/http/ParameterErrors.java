package dev.musubi.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What was wrong with parameters of path, query, form or header. */
final class ParameterErrors {
  private ParameterErrors() {}

  /** Empty when the exception is about something else. */
  static List<FieldError> of(Exception exception) {
    return switch (exception) {
      case MethodArgumentTypeMismatchException e -> mismatch(e.getName(), e);
      case TypeMismatchException e -> mismatch(String.valueOf(e.getPropertyName()), e);
      case MissingServletRequestParameterException e ->
          List.of(new FieldError(e.getParameterName(), "required"));
      case MissingServletRequestPartException e ->
          List.of(new FieldError(e.getRequestPartName(), "required"));
      case MissingRequestHeaderException e ->
          List.of(new FieldError(e.getHeaderName(), "required"));
      case HandlerMethodValidationException e ->
          e.getParameterValidationResults().stream().flatMap(r -> violations(r).stream()).toList();
      default -> List.of();
    };
  }

  private static List<FieldError> mismatch(String name, TypeMismatchException problem) {
    @Nullable Class<?> target = problem.getRequiredType();
    return List.of(BindingErrors.wrongType(name, target));
  }

  private static List<FieldError> violations(ParameterValidationResult result) {
    String name = String.valueOf(result.getMethodParameter().getParameterName());
    return result.getResolvableErrors().stream().map(error -> violation(name, error)).toList();
  }

  private static FieldError violation(String name, MessageSourceResolvable error) {
    String message = error.getDefaultMessage() == null ? "" : error.getDefaultMessage();
    String[] codes = error.getCodes();
    if (codes == null || codes.length == 0) {
      return new FieldError(name, "constraint", message);
    }
    String constraint = codes[codes.length - 1];
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> Violations.of(name, constraint, Map.of(), message);
      default -> new FieldError(name, "constraint", message);
    };
  }
}
