package dev.musubi.web.door;

import dev.musubi.web.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the door's own refusals as problem details (RFC 9457) in the reader's language. */
@Component
final class Problems {
  private final MessageSource messages;
  private final JsonMapper json;

  Problems(MessageSource messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  /**
   * Answers with a problem.
   *
   * @param name last part of its type, and of the keys {@code problem.NAME.title} and {@code
   *     .detail}
   * @param arguments for the detail
   */
  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String name,
      Object... arguments)
      throws IOException {
    Locale locale = Language.ofHeader(request).locale();
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:musubi:problem:" + name);
    problem.put("title", messages.getMessage("problem." + name + ".title", null, locale));
    problem.put("status", status.value());
    problem.put("detail", messages.getMessage("problem." + name + ".detail", arguments, locale));
    problem.put("instance", request.getRequestURI());
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Language", locale.getLanguage());
    response.setHeader("Vary", "Accept-Language");
    response.setHeader("Cache-Control", "no-store");
    json.writeValue(response.getOutputStream(), problem);
  }
}
