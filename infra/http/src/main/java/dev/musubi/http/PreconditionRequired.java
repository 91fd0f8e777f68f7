package dev.musubi.http;

import org.springframework.http.HttpStatus;

/** A change without {@code If-Match} (RFC 6585, section 3). */
public final class PreconditionRequired extends Refusal {
  private static final long serialVersionUID = 1L;

  public PreconditionRequired() {
    super(
        HttpStatus.PRECONDITION_REQUIRED,
        "precondition-required",
        "problem.precondition-required.detail");
  }
}
