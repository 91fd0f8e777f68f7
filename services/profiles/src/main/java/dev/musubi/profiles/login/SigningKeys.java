package dev.musubi.profiles.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, in the database so that all instances have the same. The first is made
 * when first needed; a rotation makes a new one, and those before it stay published until no token
 * of theirs can be alive.
 */
final class SigningKeys implements JWKSource<SecurityContext> {
  private static final long LOCK = 0x6d757375_6b657973L;
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Duration RETIRED = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final KeySafe safe;
  private volatile @Nullable Known known;

  SigningKeys(JdbcClient jdbc, TransactionTemplate transaction, KeySafe safe) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.safe = safe;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(all()));
  }

  /** The signing key comes first. */
  List<JWK> all() {
    Known now = known;
    if (now == null || now.until().isBefore(Instant.now())) {
      now = new Known(load(), Instant.now().plus(FRESH));
      known = now;
    }
    return now.keys();
  }

  /** Makes a new key that signs from now on; returns its id. */
  String rotate() {
    RSAKey made = generate();
    transaction.executeWithoutResult(
        _ -> {
          lock();
          jdbc.sql("UPDATE signing_key SET signs = false WHERE signs").update();
          insert(made);
          jdbc.sql(
                  """
                  DELETE FROM signing_key
                  WHERE NOT signs AND created_at < now() - make_interval(secs => ?)
                    AND kid <> (SELECT kid FROM signing_key WHERE NOT signs
                                ORDER BY created_at DESC LIMIT 1)
                  """)
              .param(RETIRED.toSeconds())
              .update();
        });
    known = null;
    return made.getKeyID();
  }

  private List<JWK> load() {
    List<JWK> keys = read();
    if (!keys.isEmpty()) {
      return keys;
    }
    RSAKey made = generate();
    transaction.executeWithoutResult(
        _ -> {
          lock();
          if (read().isEmpty()) {
            insert(made);
          }
        });
    return read();
  }

  private void lock() {
    jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query((_, _) -> true).single();
  }

  private List<JWK> read() {
    return jdbc.sql("SELECT encrypted FROM signing_key ORDER BY signs DESC, created_at DESC")
        .query((row, _) -> parse(safe.unlock(row.getBytes("encrypted"))))
        .list();
  }

  private void insert(RSAKey key) {
    jdbc.sql(
            """
            INSERT INTO signing_key (kid, algorithm, encrypted, created_at, signs)
            VALUES (?, 'RS256', ?, now(), true)
            """)
        .params(key.getKeyID(), safe.lock(key.toJSONString()))
        .update();
  }

  private static JWK parse(String json) {
    try {
      return JWK.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("a signing key in the database cannot be read", e);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyIDFromThumbprint(true)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no signing key can be made", e);
    }
  }

  private record Known(List<JWK> keys, Instant until) {}
}
