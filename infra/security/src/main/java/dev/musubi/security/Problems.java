package dev.musubi.security;

import dev.musubi.http.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says 401 and 403 as problem details, with the challenge of RFC 6750 beside. */
final class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final ProblemWriter writer;

  Problems(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException {
    if (problem instanceof AuthenticationServiceException) {
      // The keys cannot be had: nobody can say whether the token is good.
      response.setHeader("Retry-After", "5");
      writer.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
      return;
    }
    BearerTokenError error =
        problem instanceof OAuth2AuthenticationException said
                && said.getError() instanceof BearerTokenError bearer
            ? bearer
            : null;
    challenge(response, error == null ? null : error.getErrorCode());
    writer.write(
        request, response, error == null ? HttpStatus.UNAUTHORIZED : error.getHttpStatus());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
      throws IOException {
    challenge(response, "insufficient_scope");
    writer.write(request, response, HttpStatus.FORBIDDEN);
  }

  /** Spring's own challenge would tell the inner address of this service to everybody. */
  private static void challenge(HttpServletResponse response, @Nullable String error) {
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        error == null ? "Bearer" : "Bearer error=\"%s\"".formatted(error));
  }
}
