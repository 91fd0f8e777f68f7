package dev.musubi.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

/** Puts problems into the reader's language. */
final class ProblemTexts {
  static final String NAMESPACE = "urn:musubi:problem:";

  private final MessageSource messages;

  ProblemTexts(MessageSource messages) {
    this.messages = messages;
  }

  Problem refusal(Refusal refusal, Locale locale, String path) {
    return new Problem(
        refusal.type(),
        title(refusal.shortType(), refusal.status(), locale),
        refusal.status().value(),
        text(refusal.messageKey(), refusal.args(), locale),
        path,
        List.of(),
        refusal.properties());
  }

  Problem status(HttpStatus status, Locale locale, String path) {
    return new Problem(
        NAMESPACE + name(status),
        title(name(status), status, locale),
        status.value(),
        text("problem.status." + key(status) + ".detail", List.of(), locale),
        path,
        List.of(),
        Map.of());
  }

  Problem fields(
      HttpStatus status, String type, List<FieldError> errors, Locale locale, String path) {
    return new Problem(
        NAMESPACE + type,
        title(type, status, locale),
        status.value(),
        text("problem." + type + ".detail", List.of(errors.size()), locale),
        path,
        errors.stream().map(error -> field(error, locale)).toList(),
        Map.of());
  }

  private Problem.Field field(FieldError error, Locale locale) {
    String text = text("problem.field." + error.code(), error.args(), locale);
    int dot = error.code().indexOf('.');
    String code = dot < 0 ? error.code() : error.code().substring(0, dot);
    return new Problem.Field(error.pointer(), stable(code), text);
  }

  /** Some texts differ where a program sees one kind of mistake. */
  private static String stable(String code) {
    return switch (code) {
      case "min", "max" -> "range";
      case "choice", "kind", "constraint", "cursor" -> "value";
      case "pattern" -> "format";
      default -> code;
    };
  }

  private String title(String type, HttpStatus status, Locale locale) {
    String fallback =
        messages.getMessage(
            "problem.status." + key(status) + ".title", null, status.getReasonPhrase(), locale);
    String title = messages.getMessage("problem." + type + ".title", null, fallback, locale);
    return title == null ? status.getReasonPhrase() : title;
  }

  private String text(String key, List<Object> args, Locale locale) {
    Object[] words = args.stream().map(arg -> word(arg, locale)).toArray();
    String text = messages.getMessage(key, words, "", locale);
    if (text != null && !text.isEmpty()) {
      return text;
    }
    String general = messages.getMessage("problem.field.value.general", null, key, locale);
    return general == null ? key : general;
  }

  private Object word(Object arg, Locale locale) {
    if (arg instanceof BindingErrors.Named named) {
      String general = messages.getMessage("problem.type.other", null, named.name(), locale);
      String word = messages.getMessage("problem.type." + named.name(), null, general, locale);
      return word == null ? named.name() : word;
    }
    return arg;
  }

  private static String key(HttpStatus status) {
    return switch (status.value()) {
      case 400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 422, 428, 429, 503 ->
          String.valueOf(status.value());
      default -> status.is4xxClientError() ? "400" : "500";
    };
  }

  private static String name(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "bad-request";
      case UNAUTHORIZED -> "unauthorised";
      case INTERNAL_SERVER_ERROR -> "internal";
      case SERVICE_UNAVAILABLE -> "unavailable";
      default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    };
  }
}
