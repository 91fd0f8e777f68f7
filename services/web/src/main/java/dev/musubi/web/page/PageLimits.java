package dev.musubi.web.page;

import dev.musubi.web.door.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The same limits for pages as for the door; assets and health are free. */
@Component
final class PageLimits extends OncePerRequestFilter {
  private static final List<String> FREE =
      List.of("/assets/", "/actuator/", "/api/", "/oauth2/", "/.well-known/", "/favicon.ico");
  private static final List<String> THE_DOORS = List.of("/login", "/userinfo");

  private final RateLimits limits;

  PageLimits(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean docs = path.equals("/api/docs");
    return !docs && (THE_DOORS.contains(path) || FREE.stream().anyMatch(path::startsWith));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long wait = limits.secondsToWait(request);
    if (wait > 0) {
      response.setHeader("Retry-After", String.valueOf(wait));
      response.sendError(429);
      return;
    }
    chain.doFilter(request, response);
  }
}
