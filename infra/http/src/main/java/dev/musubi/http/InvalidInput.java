package dev.musubi.http;

import java.util.List;

/** The input names something that cannot be: answered with 422 and every wrong field at once. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidInput(List<FieldError> errors) {
    super("invalid input: " + errors);
    this.errors = List.copyOf(errors);
  }

  public InvalidInput(FieldError error) {
    this(List.of(error));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
