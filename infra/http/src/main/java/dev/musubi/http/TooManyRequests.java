package dev.musubi.http;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The caller asks too often; {@code Retry-After} tells when to come back. */
public final class TooManyRequests extends Refusal {
  private static final long serialVersionUID = 1L;

  public TooManyRequests(Duration retryAfter) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-requests",
        "problem.status.429.detail",
        seconds(retryAfter));
    header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
  }

  private static long seconds(Duration pause) {
    return Math.max(1, pause.plusMillis(999).toSeconds());
  }
}
