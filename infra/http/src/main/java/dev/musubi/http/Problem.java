package dev.musubi.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) as they go out.
 *
 * @param type stable, for programs
 * @param title of the type, in the reader's language
 * @param detail of this occurrence, in the reader's language, says what to do next
 * @param instance the path that was asked for
 * @param errors every wrong field, when the input was wrong
 * @param properties further members
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    List<Field> errors,
    @JsonAnyGetter Map<String, Object> properties) {
  public Problem {
    errors = List.copyOf(errors);
    properties = Map.copyOf(properties);
  }

  /**
   * One wrong field.
   *
   * @param field JSON pointer into the body, or the bare name of a parameter
   */
  public record Field(String field, String code, String message) {}
}
