package dev.musubi.web.door;

import dev.musubi.web.WebSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The single public door. A servlet of its own beside the pages, so that nothing before it reads a
 * body: an upload and a form of the login page reach their service byte by byte.
 */
final class Door extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final transient WebSettings settings;
  private final transient Forwarder forwarder;
  private final transient RateLimits limits;
  private final transient Problems problems;

  Door(WebSettings settings, Forwarder forwarder, RateLimits limits, Problems problems) {
    this.settings = settings;
    this.forwarder = forwarder;
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Service> service = Routes.of(request.getRequestURI());
    if (service.isEmpty()) {
      problems.write(request, response, HttpStatus.NOT_FOUND, "no-such-path");
    } else if (!METHODS.contains(request.getMethod())) {
      problems.write(request, response, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
    } else {
      withinLimits(request, response, service.get());
    }
  }

  private void withinLimits(
      HttpServletRequest request, HttpServletResponse response, Service service)
      throws IOException {
    long wait = limits.secondsToWait(request);
    if (wait > 0) {
      response.setHeader("Retry-After", String.valueOf(wait));
      problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", wait);
      return;
    }
    passOn(request, response, service);
  }

  private void passOn(HttpServletRequest request, HttpServletResponse response, Service service)
      throws IOException {
    try {
      forwarder.forward(request, response, target(request, service), ignored -> {});
    } catch (ServiceAway away) {
      LOG.warn("{} gave no answer to {}", service.label(), request.getRequestURI(), away);
      HttpStatus status = away.late() ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY;
      response.setHeader("Retry-After", "10");
      problems.write(request, response, status, "service-away", service.label());
    } catch (IllegalArgumentException malformed) {
      LOG.info("refused a malformed request to {}", service.label());
      problems.write(request, response, HttpStatus.BAD_REQUEST, "malformed");
    }
  }

  private URI target(HttpServletRequest request, Service service) {
    String query = request.getQueryString();
    return URI.create(
        service.address(settings.upstream())
            + request.getRequestURI()
            + (query == null ? "" : "?" + UriCharacters.escaped(query)));
  }
}
