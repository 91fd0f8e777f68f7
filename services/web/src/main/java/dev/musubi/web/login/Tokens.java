package dev.musubi.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/**
 * The access token of whoever is signed in, renewed before it runs out. Two requests of one session
 * that find it stale at the same time renew it once: a refresh token may be good for one use only.
 */
@Component
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final int LOCKS = 64;

  private final OAuth2AuthorizedClientRepository clients;
  private final RenewedTokens renewed;
  private final RestClientRefreshTokenTokenResponseClient authorizationServer =
      new RestClientRefreshTokenTokenResponseClient();
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
  private final Clock clock;

  Tokens(OAuth2AuthorizedClientRepository clients, RenewedTokens renewed, Clock clock) {
    this.clients = clients;
    this.renewed = renewed;
    this.clock = clock;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** The token to ask services with, or nothing for a stranger or a login that has run out. */
  public Optional<String> of(HttpServletRequest request, @Nullable HttpServletResponse response) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    HttpSession session = request.getSession(false);
    if (who == null || session == null || response == null) {
      return Optional.empty();
    }
    OAuth2AuthorizedClient client =
        clients.loadAuthorizedClient(ClientRegistrations.ID, who, request);
    if (client == null) {
      return Optional.empty();
    }
    if (isFresh(client)) {
      return Optional.of(client.getAccessToken().getTokenValue());
    }
    ReentrantLock lock = locks[Math.floorMod(session.getId().hashCode(), LOCKS)];
    lock.lock();
    try {
      Optional<OAuth2AuthorizedClient> next = renew(session.getId(), client);
      next.ifPresent(fresh -> clients.saveAuthorizedClient(fresh, who, request, response));
      return next.map(fresh -> fresh.getAccessToken().getTokenValue());
    } finally {
      lock.unlock();
    }
  }

  private Optional<OAuth2AuthorizedClient> renew(String session, OAuth2AuthorizedClient stale) {
    Optional<OAuth2AuthorizedClient> byAnother = renewed.of(session).filter(this::isFresh);
    OAuth2RefreshToken refreshToken = stale.getRefreshToken();
    if (byAnother.isPresent() || refreshToken == null) {
      return byAnother;
    }
    try {
      OAuth2AccessTokenResponse answer =
          authorizationServer.getTokenResponse(
              new OAuth2RefreshTokenGrantRequest(
                  stale.getClientRegistration(), stale.getAccessToken(), refreshToken));
      OAuth2RefreshToken next = answer.getRefreshToken();
      OAuth2AuthorizedClient fresh =
          new OAuth2AuthorizedClient(
              stale.getClientRegistration(),
              stale.getPrincipalName(),
              answer.getAccessToken(),
              next == null ? refreshToken : next);
      renewed.keep(session, fresh);
      return Optional.of(fresh);
    } catch (OAuth2AuthorizationException refused) {
      LOG.info("a login could not be renewed: {}", refused.getError().getErrorCode());
      return Optional.empty();
    }
  }

  private boolean isFresh(OAuth2AuthorizedClient client) {
    var expires = client.getAccessToken().getExpiresAt();
    return expires == null || expires.isAfter(clock.instant().plus(EARLY));
  }
}
