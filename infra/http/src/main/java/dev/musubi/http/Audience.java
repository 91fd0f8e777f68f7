package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;

/** A person in front of a browser gets a page, a program gets problem details. */
final class Audience {
  private Audience() {}

  static boolean isPerson(HttpServletRequest request) {
    Object original = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = original instanceof String uri ? uri : request.getRequestURI();
    if (path.startsWith("/api/")
        || path.startsWith("/internal/")
        || path.startsWith("/oauth2/token")) {
      return false;
    }
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }
}
