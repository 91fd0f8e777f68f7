package dev.musubi.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which headers pass the door. Left behind: those of one connection (RFC 9110, section 7.6.1),
 * whatever a client claims about proxies before us, and names that a service might trust.
 */
final class Headers {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");
  private static final Set<String> OURS_ALONE =
      Set.of("host", "content-length", "expect", "cookie", "forwarded", "via", "x-real-ip");
  private static final Set<String> SET_BY_THE_DOOR = Set.of("content-length", "server");
  private static final String SESSION_COOKIE = "MUSUBI_SESSION";

  private Headers() {}

  /** Copies the client's headers that a service may see, and adds where the request came from. */
  static void copy(HttpServletRequest from, HttpRequest.Builder to, URI publicUrl) {
    Set<String> named = namedByConnection(Collections.list(from.getHeaders("Connection")));
    for (String name : Collections.list(from.getHeaderNames())) {
      if (passesInward(name, named)) {
        Collections.list(from.getHeaders(name)).forEach(value -> to.header(name, value));
      }
    }
    String cookies = cookiesFor(from);
    if (cookies != null) {
      to.header("Cookie", cookies);
    }
    to.header("X-Forwarded-For", from.getRemoteAddr());
    to.header("X-Forwarded-Proto", publicUrl.getScheme());
    to.header("X-Forwarded-Host", publicUrl.getAuthority());
    to.header("X-Forwarded-Port", String.valueOf(portOf(publicUrl)));
  }

  /** Whether a header of a service's answer goes out to the client. */
  static boolean passesOutward(String name, Set<String> namedByConnection) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.startsWith(":")
        && !OF_ONE_CONNECTION.contains(lower)
        && !SET_BY_THE_DOOR.contains(lower)
        && !namedByConnection.contains(lower);
  }

  /** Names that a Connection header declares as belonging to this connection only. */
  static Set<String> namedByConnection(List<String> values) {
    Set<String> names = new TreeSet<>();
    for (String value : values) {
      for (String name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static boolean passesInward(String name, Set<String> namedByConnection) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !OF_ONE_CONNECTION.contains(lower)
        && !OURS_ALONE.contains(lower)
        && !lower.startsWith("x-forwarded-")
        && !namedByConnection.contains(lower);
  }

  /** The login pages carry the authorization server's cookie; the API never sees a cookie. */
  private static @Nullable String cookiesFor(HttpServletRequest request) {
    if (!Routes.isLogin(request.getRequestURI())) {
      return null;
    }
    List<String> kept = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders("Cookie"))) {
      for (String cookie : header.split(";", -1)) {
        String plain = cookie.strip();
        if (!plain.isEmpty() && !plain.startsWith(SESSION_COOKIE + "=")) {
          kept.add(plain);
        }
      }
    }
    return kept.isEmpty() ? null : String.join("; ", kept);
  }

  private static int portOf(URI url) {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? 443 : 80;
  }
}
