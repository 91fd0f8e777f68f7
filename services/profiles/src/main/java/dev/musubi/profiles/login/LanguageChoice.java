package dev.musubi.profiles.login;

import dev.musubi.profiles.ProfilesSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The switch to the other language on the pages of sign-in and registration. A choice is kept in
 * the cookie of the web pages, so that it holds there and after a form was sent.
 */
@ControllerAdvice(assignableTypes = {LoginPages.class, AccountPages.class, RegistrationPage.class})
class LanguageChoice {
  private final boolean secure;

  LanguageChoice(ProfilesSettings settings) {
    this.secure = LoginConfiguration.isSecure(settings);
  }

  @ModelAttribute
  void offer(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    boolean english = locale.getLanguage().equals("en");
    if (locale.getLanguage().equals(request.getParameter("lang"))) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(locale.getLanguage()).toString());
    }
    model.addAttribute("otherLanguage", english ? "ja" : "en");
    model.addAttribute("otherAddress", address(request, english ? "ja" : "en"));
  }

  /** The same page; a form that was sent has only its address to go to. */
  private static String address(HttpServletRequest request, String language) {
    UriComponentsBuilder here = UriComponentsBuilder.fromPath(request.getRequestURI());
    if (request.getMethod().equals("GET")) {
      here.query(request.getQueryString());
    }
    return here.replaceQueryParam("lang", language).build(false).toUriString();
  }

  private ResponseCookie cookie(String language) {
    return ResponseCookie.from(ChosenLocale.COOKIE, language)
        .path("/")
        .maxAge(Duration.ofDays(365))
        .sameSite("Lax")
        .httpOnly(true)
        .secure(secure)
        .build();
  }
}
