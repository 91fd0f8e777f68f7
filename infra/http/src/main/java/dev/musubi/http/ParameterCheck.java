package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters of the query that no database can hold, before anybody asks one with them. Of
 * bodies {@link StrictReader} takes care.
 */
final class ParameterCheck implements HandlerInterceptor {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!WITHOUT_BODY.contains(request.getMethod()) || request.getQueryString() == null) {
      return true;
    }
    List<FieldError> wrong = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                if (value.indexOf('\0') >= 0) {
                  wrong.add(new FieldError(name, "characters"));
                }
              }
            });
    if (!wrong.isEmpty()) {
      throw new InvalidParameter(wrong);
    }
    return true;
  }
}
