package dev.musubi.web.page;

import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Notifications;
import dev.musubi.web.language.Glosses;
import dev.musubi.web.language.Language;
import dev.musubi.web.language.Reasons;
import dev.musubi.web.language.Words;
import dev.musubi.web.login.Visitor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout shows on every page: language, visitor, unread alerts. */
@ControllerAdvice(annotations = Controller.class)
final class PageAdvice {
  private final AskerResolver askers;
  private final Notifications notifications;
  private final LocaleResolver locales;
  private final Map<String, Object> vocabulary;

  PageAdvice(
      AskerResolver askers,
      Notifications notifications,
      LocaleResolver locales,
      Words words,
      Reasons reasons,
      Glosses glosses,
      Drawing drawing) {
    this.askers = askers;
    this.notifications = notifications;
    this.locales = locales;
    this.vocabulary =
        Map.of("words", words, "reasons", reasons, "glosses", glosses, "drawing", drawing);
  }

  @ModelAttribute
  void common(HttpServletRequest request, HttpServletResponse response, Model model) {
    response.addHeader("Vary", "HX-Request, Accept-Language, Cookie");
    Language language = Language.of(LocaleContextHolder.getLocale());
    if (Language.of(request.getParameter("lang")).isPresent()) {
      locales.setLocale(request, response, language.locale());
    }
    // As attributes, because templates may not name beans where they write attributes.
    model.addAllAttributes(vocabulary);
    model.addAttribute("lang", language.code());
    model.addAttribute("language", language);
    model.addAttribute("otherUrl", inOther(request, language));
    model.addAttribute("here", here(request).build(false).toUriString());
    model.addAttribute("path", request.getRequestURI());
    // Of a flag such as "?saved"; Thymeleaf's own map of parameters claims to contain every key.
    model.addAttribute("flags", request.getParameterMap().keySet());
    visitorOf(request)
        .ifPresent(
            visitor -> {
              model.addAttribute("visitor", visitor);
              addUnread(request, response, model);
            });
  }

  static Optional<Visitor> visitorOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute("visitor") instanceof Visitor visitor
        ? Optional.of(visitor)
        : Optional.empty();
  }

  private void addUnread(HttpServletRequest request, HttpServletResponse response, Model model) {
    if (request.getHeader("HX-Request") != null) {
      return;
    }
    Answer<Notifications.Alerts> alerts =
        notifications.alerts(askers.of(request, response), null, 1);
    @Nullable Long unread = alerts.value().map(Notifications.Alerts::unread).orElse(null);
    model.addAttribute("unread", unread == null ? 0L : unread);
    @Nullable Long latest = alerts.value().map(Notifications.Alerts::latest).orElse(null);
    model.addAttribute("lastAlert", latest == null ? "" : latest.toString());
  }

  /**
   * Where the reader is, as an address that can be opened again. A form that was sent has only its
   * address; a form that failed has not even that.
   */
  private static UriComponentsBuilder here(HttpServletRequest request) {
    boolean sent = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (sent && failed != null) {
      return UriComponentsBuilder.fromPath("/");
    }
    String path = failed == null ? request.getRequestURI() : failed.toString();
    UriComponentsBuilder here = UriComponentsBuilder.fromPath(OwnPath.of(path).orElse("/"));
    return (sent ? here : here.query(request.getQueryString())).replaceQueryParam("lang");
  }

  /** The same page in the other language. */
  private static String inOther(HttpServletRequest request, Language language) {
    return here(request).queryParam("lang", language.other().code()).build(false).toUriString();
  }
}
