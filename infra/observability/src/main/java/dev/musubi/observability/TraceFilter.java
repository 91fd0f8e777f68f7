package dev.musubi.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Every request is a step of the trace that its caller names, or begins a new one. */
final class TraceFilter extends OncePerRequestFilter {
  private static final int SERVER_ERROR = 500;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (Trace.Step step =
        Trace.begin(Span.Kind.SERVER, request.getMethod(), request.getHeader(Trace.HEADER))) {
      try {
        chain.doFilter(request, response);
        if (response.getStatus() >= SERVER_ERROR) {
          step.failed("status " + response.getStatus());
        }
      } catch (ServletException | IOException | RuntimeException e) {
        step.failed(e);
        throw e;
      } finally {
        step.named(name(request));
      }
    }
  }

  /** By the pattern and never by the path, in which there may be tokens. */
  private static String name(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? request.getMethod() : request.getMethod() + " " + pattern;
  }
}
