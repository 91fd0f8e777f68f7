package dev.musubi.http;

import java.util.List;

/** Parameters of path or query that cannot be: answered with 400 and every wrong one at once. */
public final class InvalidParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidParameter(List<FieldError> errors) {
    super("invalid parameters: " + errors);
    this.errors = List.copyOf(errors);
  }

  public InvalidParameter(FieldError error) {
    this(List.of(error));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
