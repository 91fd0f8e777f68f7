package dev.musubi.web.clients;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For whom a page asks a service.
 *
 * @param token access token, or null for a stranger
 * @param locale language of what the service says to people
 */
public record Asker(@Nullable String token, Locale locale) {
  /** True when somebody is signed in. */
  public boolean known() {
    return token != null;
  }
}
