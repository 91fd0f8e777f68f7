package dev.musubi.web.language;

import dev.musubi.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Tells the pages which language a reader gets, and remembers a choice made by {@code ?lang=}. */
@Component("localeResolver")
final class ReaderLanguage implements LocaleResolver {
  private static final String DECIDED = ReaderLanguage.class.getName();
  private final boolean secure;

  ReaderLanguage(WebSettings settings) {
    this.secure = settings.secure();
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(DECIDED) instanceof Language decided) {
      return decided.locale();
    }
    Language language = Language.of(request);
    request.setAttribute(DECIDED, language);
    return language.locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    Language language = locale == null ? Language.JA : Language.of(locale);
    request.setAttribute(DECIDED, language);
    if (response != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(language).toString());
    }
  }

  private ResponseCookie cookie(Language language) {
    return ResponseCookie.from(Language.COOKIE, language.code())
        .path("/")
        .maxAge(Duration.ofDays(365))
        .sameSite("Lax")
        .httpOnly(true)
        .secure(secure)
        .build();
  }
}
