package dev.musubi.web.login;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;

/**
 * Tokens renewed a moment ago, by session: a request that read its session before the renewal was
 * written finds the new token here instead of spending the refresh token twice.
 */
@Component
final class RenewedTokens {
  private static final int KEPT = 1_000;

  private final Map<String, OAuth2AuthorizedClient> bySession =
      Collections.synchronizedMap(new LinkedHashMap<>());

  Optional<OAuth2AuthorizedClient> of(String session) {
    return Optional.ofNullable(bySession.get(session));
  }

  void keep(String session, OAuth2AuthorizedClient client) {
    synchronized (bySession) {
      bySession.remove(session);
      bySession.put(session, client);
      if (bySession.size() > KEPT) {
        bySession.remove(bySession.keySet().iterator().next());
      }
    }
  }
}
