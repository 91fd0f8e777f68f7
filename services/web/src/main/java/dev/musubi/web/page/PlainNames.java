package dev.musubi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Ids and tokens in addresses are handed on in the addresses of services. What is neither can have
 * no page, and must not become a part of another address.
 */
final class PlainNames implements HandlerInterceptor {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]{1,512}");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> names) {
      for (Object name : names.values()) {
        if (!isPlain(name.toString())) {
          throw new Pages.NoSuchPage();
        }
      }
    }
    return true;
  }

  private static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }
}
