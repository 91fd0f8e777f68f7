package dev.musubi.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies access tokens by the keys that profiles publishes. The keys are fetched when the first
 * token comes, kept for some minutes, and kept on using while profiles is away; a flood of tokens
 * with unknown keys does not become a flood of questions.
 */
final class TokenKeys {
  private static final long KEEP = Duration.ofMinutes(5).toMillis();
  private static final long WAIT = Duration.ofSeconds(10).toMillis();
  private static final long OUTAGE = Duration.ofHours(2).toMillis();
  private static final long PAUSE = Duration.ofSeconds(2).toMillis();
  private static final int CONNECT = 2_000;
  private static final int READ = 3_000;
  private static final int MAX_SIZE = 100_000;

  private TokenKeys() {}

  static JwtDecoder decoder(URI keys, String issuer) {
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(
                url(keys), new DefaultResourceRetriever(CONNECT, READ, MAX_SIZE))
            .cache(KEEP, WAIT)
            .refreshAheadCache(false)
            .rateLimited(PAUSE)
            .retrying(true)
            .outageTolerant(OUTAGE)
            .build();
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(unknownWhilePausing(source))
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
    return decoder;
  }

  /**
   * Between two questions to profiles a key that is not among those just read is unknown, and its
   * token refused. Only before any keys were read nobody can say.
   */
  private static JWKSource<SecurityContext> unknownWhilePausing(JWKSource<SecurityContext> source) {
    AtomicBoolean read = new AtomicBoolean();
    return (selector, context) -> {
      try {
        List<JWK> found = source.get(selector, context);
        read.set(true);
        return found;
      } catch (RateLimitReachedException pausing) {
        if (read.get()) {
          return List.of();
        }
        throw pausing;
      }
    };
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("MUSUBI_PROFILES_URL is no web address: " + uri, e);
    }
  }
}
