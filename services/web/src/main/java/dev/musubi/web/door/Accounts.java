package dev.musubi.web.door;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.musubi.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Whose bearer token a request carries, if it is genuine; the services decide what it may do. */
@Component
class Accounts {
  private static final String BEARER = "Bearer ";
  private static final long KEEP = Duration.ofMinutes(5).toMillis();
  private static final long WAIT = Duration.ofSeconds(5).toMillis();
  private static final long PAUSE = Duration.ofSeconds(2).toMillis();

  private final NimbusJwtDecoder decoder;

  Accounts(WebSettings settings) {
    this.decoder = NimbusJwtDecoder.withJwkSource(keys(settings.upstream().profiles())).build();
  }

  /** A flood of tokens with unknown keys does not become a flood of questions to profiles. */
  private static JWKSource<SecurityContext> keys(URI profiles) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(URI.create(profiles + "/oauth2/jwks").toURL())
          .cache(KEEP, WAIT)
          .refreshAheadCache(false)
          .rateLimited(PAUSE)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("musubi.web.upstream.profiles is no web address", e);
    }
  }

  Optional<Account> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    try {
      Jwt token = decoder.decode(header.substring(BEARER.length()).strip());
      return Optional.ofNullable(token.getSubject())
          .map(subject -> new Account(subject, isOperator(token)));
    } catch (JwtException | IllegalArgumentException notGenuine) {
      return Optional.empty();
    }
  }

  private static boolean isOperator(Jwt token) {
    Object scope = token.getClaims().get("scope");
    return switch (scope) {
      case String text -> List.of(text.split(" ", -1)).contains("operator");
      case List<?> list -> list.contains("operator");
      case null, default -> false;
    };
  }

  record Account(String subject, boolean operator) {}
}
