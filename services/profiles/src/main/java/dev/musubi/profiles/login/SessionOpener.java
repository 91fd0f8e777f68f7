package dev.musubi.profiles.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Opens the session of a person whose password was right, and says where to go on. */
@Component
final class SessionOpener {
  private final SecurityContextRepository contexts;
  private final RequestCache requests;

  SessionOpener(SecurityContextRepository contexts, RequestCache requests) {
    this.contexts = contexts;
    this.requests = requests;
  }

  /** The path to go on to. */
  String open(
      HttpServletRequest request,
      HttpServletResponse response,
      UUID account,
      @Nullable UUID organisation) {
    request.getSession(true);
    // A session id that somebody planted before the login is worthless after it.
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(Person.signedIn(account, organisation));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return next(request, response);
  }

  /** Path and query of the saved request only: it always leads to the same origin. */
  private String next(HttpServletRequest request, HttpServletResponse response) {
    SavedRequest saved = requests.getRequest(request, response);
    if (saved == null) {
      return "/";
    }
    URI uri = URI.create(saved.getRedirectUrl());
    String query = uri.getRawQuery();
    return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
  }
}
