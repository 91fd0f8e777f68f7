package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, wherever it was found: in a controller, a filter, Tomcat. */
public final class ProblemWriter {
  private final ProblemTexts texts;
  private final LocaleResolver locales;
  private final JsonMapper mapper;

  ProblemWriter(ProblemTexts texts, LocaleResolver locales, JsonMapper mapper) {
    this.texts = texts;
    this.locales = locales;
    this.mapper = mapper;
  }

  /** Answers with a refusal. */
  public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    refusal.headers().forEach(response::setHeader);
    write(response, texts.refusal(refusal, locale(request), path(request)), locale(request));
  }

  /** Answers with nothing more to say than the status. */
  public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    write(response, texts.status(status, locale(request), path(request)), locale(request));
  }

  /** What to answer where the usual ways of writing are closed; the locale is the caller's. */
  Written written(HttpServletRequest request, HttpStatus status) {
    Locale locale = locale(request);
    String json = mapper.writeValueAsString(texts.status(status, locale, path(request)));
    return new Written(json, locale);
  }

  /** A problem as JSON, and in which language it is. */
  record Written(String json, Locale locale) {}

  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String type,
      List<FieldError> errors)
      throws IOException {
    Locale locale = locale(request);
    write(response, texts.fields(status, type, errors, locale, path(request)), locale);
  }

  private void write(HttpServletResponse response, Problem problem, Locale locale)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Content-Language", locale.getLanguage());
    response.setHeader("Cache-Control", "no-store");
    byte[] body = mapper.writeValueAsBytes(problem);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  private Locale locale(HttpServletRequest request) {
    return locales.resolveLocale(request);
  }

  private static String path(HttpServletRequest request) {
    Object original = request.getAttribute("jakarta.servlet.error.request_uri");
    return original instanceof String uri ? uri : request.getRequestURI();
  }
}
