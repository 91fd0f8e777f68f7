package dev.musubi.http;

import dev.musubi.observability.request.Unreadable;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers errors that no controller saw: those of filters and of the container. People get the
 * service's page {@code error/404}, {@code error/4xx} … where it has one; programs problem details.
 */
@Controller
final class ProblemErrorController implements ErrorController {
  private final ProblemWriter writer;
  private final java.util.List<ErrorViewResolver> views;

  ProblemErrorController(ProblemWriter writer, java.util.List<ErrorViewResolver> views) {
    this.writer = writer;
    this.views = views;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = status(request);
    if (Audience.isPerson(request)) {
      for (ErrorViewResolver resolver : views) {
        ModelAndView page =
            resolver.resolveErrorView(request, status, Map.of("status", status.value()));
        if (page != null) {
          response.setStatus(status.value());
          return page;
        }
      }
    }
    writer.write(request, response, status);
    return null;
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : null;
    if (Unreadable.is(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
      return HttpStatus.BAD_REQUEST;
    }
    // Asked for directly, the error page is a page that does not exist.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}
