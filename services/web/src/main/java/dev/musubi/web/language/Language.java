package dev.musubi.web.language;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two languages of every page. Japanese is the default. */
public enum Language {
  JA(Locale.JAPANESE, "日本語"),
  EN(Locale.ENGLISH, "English");

  /** Remembers a reader's choice. */
  static final String COOKIE = "MUSUBI_LANG";

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** For messages and numbers. */
  public Locale locale() {
    return locale;
  }

  /** "ja" or "en", as in {@code lang} attributes. */
  public String code() {
    return locale.getLanguage();
  }

  /** Its name in itself, for the toggle. */
  public String ownName() {
    return ownName;
  }

  /** The one that the toggle offers. */
  public Language other() {
    return this == JA ? EN : JA;
  }

  /** By the parameter {@code lang}, then the cookie, then Accept-Language. */
  public static Language of(HttpServletRequest request) {
    return of(request.getParameter("lang"))
        .or(() -> ofCookie(request))
        .orElseGet(() -> ofHeader(request));
  }

  /** By Accept-Language alone, as the API does. */
  public static Language ofHeader(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return JA;
    }
    for (Locale wanted : Collections.list(request.getLocales())) {
      Optional<Language> known = of(wanted.getLanguage());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return JA;
  }

  /** By its code, if it is one of ours. */
  public static Optional<Language> of(@Nullable String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** By locale; any other language reads Japanese. */
  public static Language of(Locale locale) {
    return of(locale.getLanguage()).orElse(JA);
  }

  private static Optional<Language> ofCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return of(cookie.getValue());
      }
    }
    return Optional.empty();
  }
}
