package dev.musubi.profiles.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * By {@code ?lang=}, then by the cookie of the web pages, then by Accept-Language; else Japanese.
 */
final class ChosenLocale extends AcceptHeaderLocaleResolver {
  static final String COOKIE = "MUSUBI_LANG";

  ChosenLocale(List<Locale> supported) {
    setSupportedLocales(supported);
    setDefaultLocale(Locale.JAPANESE);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    Locale asked = supported(request.getParameter("lang"));
    if (asked != null) {
      return asked;
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    Locale chosen = cookie == null ? null : supported(cookie.getValue());
    return chosen == null ? super.resolveLocale(request) : chosen;
  }

  private @Nullable Locale supported(@Nullable String language) {
    return getSupportedLocales().stream()
        .filter(locale -> locale.getLanguage().equals(language))
        .findFirst()
        .orElse(null);
  }
}
