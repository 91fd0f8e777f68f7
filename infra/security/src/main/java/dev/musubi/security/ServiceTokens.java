package dev.musubi.security;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * The access token by which this service speaks to the others: fetched by client credentials, kept,
 * renewed a minute before it ends, and fetched by one thread at a time.
 */
public final class ServiceTokens {
  private static final Duration EARLY = Duration.ofSeconds(60);

  private final RestClient http;
  private final Supplier<Credentials> credentials;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Token current;

  ServiceTokens(RestClient http, Supplier<Credentials> credentials, Clock clock) {
    this.http = http;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * A token that is good for at least some seconds.
   *
   * @throws ServiceTokenUnavailable when profiles cannot be asked or refuses
   */
  public String get() {
    Token token = current;
    if (token != null && token.isFresh(clock.instant())) {
      return token.value();
    }
    fetching.lock();
    try {
      Token meanwhile = current;
      if (meanwhile != null && meanwhile.isFresh(clock.instant())) {
        return meanwhile.value();
      }
      Token fetched = fetch();
      current = fetched;
      return fetched.value();
    } finally {
      fetching.unlock();
    }
  }

  /** Throws a token away that another service did not accept. */
  void reject(String value) {
    Token token = current;
    if (token != null && token.value().equals(value)) {
      current = null;
    }
  }

  private Token fetch() {
    Credentials own = credentials.get();
    Instant asked = clock.instant();
    try {
      JsonNode answer =
          http.post()
              .uri(own.endpoint())
              .headers(headers -> headers.setBasicAuth(own.id(), own.secret()))
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body("grant_type=client_credentials")
              .retrieve()
              .body(JsonNode.class);
      if (answer == null || !answer.path("access_token").isString()) {
        throw new ServiceTokenUnavailable("no token in the answer", null);
      }
      long seconds = answer.path("expires_in").asLong(300);
      return new Token(
          answer.path("access_token").stringValue(),
          asked.plusSeconds(seconds).minus(early(seconds)));
    } catch (RestClientException e) {
      throw new ServiceTokenUnavailable("profiles gives no token to " + own.id(), e);
    }
  }

  private static Duration early(long seconds) {
    return EARLY.compareTo(Duration.ofSeconds(seconds / 2)) < 0
        ? EARLY
        : Duration.ofSeconds(seconds / 2);
  }

  record Credentials(URI endpoint, String id, String secret) {}

  private record Token(String value, Instant freshUntil) {
    boolean isFresh(Instant now) {
      return now.isBefore(freshUntil);
    }
  }
}
