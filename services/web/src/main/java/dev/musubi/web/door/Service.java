package dev.musubi.web.door;

import dev.musubi.web.WebSettings;
import java.net.URI;
import java.util.Locale;

/** The services behind the door. */
public enum Service {
  LISTINGS,
  PROFILES,
  MATCHING,
  DEALS,
  NOTIFICATIONS;

  /** Its address, without a path. */
  public URI address(WebSettings.Upstream upstream) {
    return switch (this) {
      case LISTINGS -> upstream.listings();
      case PROFILES -> upstream.profiles();
      case MATCHING -> upstream.matching();
      case DEALS -> upstream.deals();
      case NOTIFICATIONS -> upstream.notifications();
    };
  }

  /** Its name in paths, messages and message keys. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
