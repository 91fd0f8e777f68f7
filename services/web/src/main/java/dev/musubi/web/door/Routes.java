package dev.musubi.web.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which service answers which path. The decision is made on the raw path that is sent on, so that
 * the door and the service cannot read it differently; a path with encoded separators or dots has
 * no route at all.
 */
final class Routes {
  private static final Map<String, Service> BY_COLLECTION =
      Map.ofEntries(
          Map.entry("listings", Service.LISTINGS),
          Map.entry("organisations", Service.PROFILES),
          Map.entry("needs", Service.PROFILES),
          Map.entry("me", Service.PROFILES),
          Map.entry("accounts", Service.PROFILES),
          Map.entry("mandates", Service.PROFILES),
          Map.entry("matches", Service.MATCHING),
          Map.entry("search", Service.MATCHING),
          Map.entry("landscape", Service.MATCHING),
          Map.entry("deals", Service.DEALS),
          Map.entry("alerts", Service.NOTIFICATIONS),
          Map.entry("subscriptions", Service.NOTIFICATIONS),
          Map.entry("webhooks", Service.NOTIFICATIONS));

  private Routes() {}

  /** The service for a raw request path, or nothing when the door stays closed. */
  static Optional<Service> of(String rawPath) {
    if (!isPlain(rawPath)) {
      return Optional.empty();
    }
    if (isLogin(rawPath)) {
      return Optional.of(Service.PROFILES);
    }
    List<String> segments = List.of(rawPath.substring(1).split("/", -1));
    if (segments.size() < 3 || !segments.get(0).equals("api") || !segments.get(1).equals("v1")) {
      return Optional.empty();
    }
    if (isMatchesOfOne(segments)) {
      return Optional.of(Service.MATCHING);
    }
    return Optional.ofNullable(BY_COLLECTION.get(segments.get(2)));
  }

  /** Paths of the authorization server, where a browser carries its cookies. */
  static boolean isLogin(String path) {
    return path.startsWith("/oauth2/")
        || path.startsWith("/.well-known/")
        || path.equals("/userinfo")
        || path.equals("/login")
        || path.equals("/logout-authorization");
  }

  private static boolean isMatchesOfOne(List<String> segments) {
    return segments.size() == 5
        && switch (segments.get(2)) {
          case "listings" -> segments.get(4).equals("matches");
          case "needs" ->
              segments.get(4).equals("matches") || segments.get(4).equals("alert-preview");
          default -> false;
        };
  }

  private static boolean isPlain(String path) {
    if (!path.startsWith("/") || path.contains("//") || path.contains(";") || path.contains("\\")) {
      return false;
    }
    String lower = path.toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("%2e")) {
      return false;
    }
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return true;
  }
}
