package dev.musubi.http;

import dev.musubi.observability.request.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every exception of an API request with problem details. */
final class ProblemResolver implements HandlerExceptionResolver {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  private final ProblemWriter writer;
  private final List<ProblemSource> sources;

  ProblemResolver(ProblemWriter writer, List<ProblemSource> sources) {
    this.writer = writer;
    this.sources = sources;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    if (response.isCommitted()
        || exception instanceof AsyncRequestNotUsableException
        || BySecurity.handles(exception)) {
      return null;
    }
    try {
      if (Audience.isPerson(request)) {
        return showPage(response, exception);
      }
      answer(request, response, exception);
      return new ModelAndView();
    } catch (IOException e) {
      LOG.debug("The caller went away before the problem was told", e);
      return null;
    }
  }

  /** The error page follows from the status; what Spring knows itself it answers itself. */
  private static @Nullable ModelAndView showPage(HttpServletResponse response, Exception exception)
      throws IOException {
    HttpStatus status =
        switch (exception) {
          case Refusal e -> e.status();
          case InvalidInput _ -> HttpStatus.UNPROCESSABLE_CONTENT;
          case InvalidParameter _ -> HttpStatus.BAD_REQUEST;
          default -> Unreadable.is(exception) ? HttpStatus.BAD_REQUEST : null;
        };
    if (status == null) {
      return null;
    }
    response.sendError(status.value());
    return new ModelAndView();
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception exception)
      throws IOException {
    switch (exception) {
      case InvalidInput e ->
          writer.write(
              request, response, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", e.errors());
      case InvalidParameter e ->
          writer.write(request, response, HttpStatus.BAD_REQUEST, "invalid-parameter", e.errors());
      case Refusal e -> writer.write(request, response, e);
      default -> answerForeign(request, response, exception);
    }
  }

  private void answerForeign(
      HttpServletRequest request, HttpServletResponse response, Exception exception)
      throws IOException {
    List<FieldError> parameters = ParameterErrors.of(exception);
    if (!parameters.isEmpty()) {
      writer.write(request, response, HttpStatus.BAD_REQUEST, "invalid-parameter", parameters);
      return;
    }
    for (ProblemSource source : sources) {
      Refusal refusal = source.explain(exception);
      if (refusal != null) {
        LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), exception.toString());
        writer.write(request, response, refusal);
        return;
      }
    }
    if (Unreadable.is(exception)) {
      writer.write(request, response, HttpStatus.BAD_REQUEST);
      return;
    }
    if (exception instanceof ErrorResponse known) {
      copyHeaders(known.getHeaders(), response);
      writer.write(request, response, status(known));
      return;
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
    writer.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static HttpStatus status(ErrorResponse known) {
    HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  /** {@code Allow}, {@code Accept} and the like belong to the answer. */
  private static void copyHeaders(HttpHeaders headers, HttpServletResponse response) {
    headers.forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
  }
}
