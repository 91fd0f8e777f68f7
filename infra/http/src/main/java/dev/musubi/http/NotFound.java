package dev.musubi.http;

import org.springframework.http.HttpStatus;

/** There is nothing here, or nothing that the caller may know of: the two are not told apart. */
public final class NotFound extends Refusal {
  private static final long serialVersionUID = 1L;

  public NotFound() {
    super(HttpStatus.NOT_FOUND, "not-found", "problem.status.404.detail");
  }
}
