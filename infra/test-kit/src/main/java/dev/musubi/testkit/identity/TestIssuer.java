package dev.musubi.testkit.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Plays the part of profiles' authorization server: serves its keys and gives tokens to services at
 * {@code /oauth2/token}. Set both {@code MUSUBI_PUBLIC_URL} and {@code MUSUBI_PROFILES_URL} to
 * {@link #url()}.
 */
public final class TestIssuer implements AutoCloseable {
  private final RSAKey key;
  private final HttpServer server;
  private final AtomicInteger tokenRequests = new AtomicInteger();
  private final AtomicInteger keyRequests = new AtomicInteger();
  private volatile Duration lifetime = Duration.ofMinutes(5);

  private TestIssuer(RSAKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /** One issuer for the whole JVM, started when first asked for. */
  public static TestIssuer shared() {
    return Shared.ISSUER;
  }

  /** An issuer with a key of its own, on a free port of the loopback address. */
  public static TestIssuer start() {
    try {
      RSAKey key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      TestIssuer issuer = new TestIssuer(key, server);
      server.createContext("/oauth2/jwks", issuer::keys);
      server.createContext("/oauth2/token", issuer::tokens);
      server.start();
      return issuer;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address and issuer. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What a service under test must be told, as properties. */
  public Map<String, String> properties() {
    return Map.of(
        "MUSUBI_PUBLIC_URL", url(),
        "MUSUBI_PROFILES_URL", url(),
        "MUSUBI_SERVICE_SECRET", "test-service-secret");
  }

  /**
   * A token of a member of an organisation.
   *
   * @param scopes {@code read write} when none is given
   */
  public String token(UUID organisation, OrganisationKind kind, MemberRole role, String... scopes) {
    return token(UUID.randomUUID(), organisation, kind, role, scopes);
  }

  /** A token of a certain account. */
  public String token(
      UUID account, UUID organisation, OrganisationKind kind, MemberRole role, String... scopes) {
    return mint(
        claims ->
            claims
                .subject(account.toString())
                .claim("org", organisation.toString())
                .claim("org_kind", kind.name())
                .claim("role", role.name())
                .claim("lang", "ja")
                .claim("scope", scopes.length == 0 ? List.of("read", "write") : List.of(scopes)));
  }

  /** A token of one of our services, named as {@code listings}. */
  public String serviceToken(String service) {
    return mint(claims -> claims.subject("service-" + service).claim("scope", List.of("service")));
  }

  /** A token of the operator's command line. */
  public String operatorToken() {
    return mint(claims -> claims.subject("cli").claim("scope", List.of("operator", "service")));
  }

  /** A token that is all right but for what the change does to it. */
  public String mint(Consumer<JWTClaimsSet.Builder> change) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now.minusSeconds(5)))
            .expirationTime(Date.from(now.plus(lifetime)));
    change.accept(claims);
    return sign(claims.build());
  }

  /** Tokens of a member that must open nothing, by what is wrong with them. */
  public Map<String, String> outdatedAndForeign() {
    Instant now = Instant.now();
    Consumer<JWTClaimsSet.Builder> member =
        claims ->
            claims
                .subject(UUID.randomUUID().toString())
                .claim("org", UUID.randomUUID().toString())
                .claim("org_kind", OrganisationKind.ADMINISTRATOR.name())
                .claim("role", MemberRole.ADMIN.name())
                .claim("scope", List.of("read", "write"));
    return Map.of(
        "expired",
        mint(member.andThen(it -> it.expirationTime(Date.from(now.minusSeconds(120))))),
        "of the future",
        mint(member.andThen(it -> it.notBeforeTime(Date.from(now.plusSeconds(600))))),
        "of another issuer",
        mint(member.andThen(it -> it.issuer("https://elsewhere.example"))),
        "without an issuer",
        mint(member.andThen(it -> it.issuer(null))));
  }

  /** How long the tokens live that are given out from now on. */
  public void setLifetime(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** How often a service has asked for a token. */
  public int tokenRequests() {
    return tokenRequests.get();
  }

  /** How often a service has asked for the keys. */
  public int keyRequests() {
    return keyRequests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String sign(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyRequests.incrementAndGet();
    answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
  }

  private void tokens(HttpExchange exchange) throws IOException {
    tokenRequests.incrementAndGet();
    String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!header.startsWith("Basic ")) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    String client =
        new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8)
            .split(":", 2)[0];
    String token = mint(claims -> claims.subject(client).claim("scope", List.of("service")));
    answer(
        exchange,
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(token, lifetime.toSeconds()));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static final class Shared {
    static final TestIssuer ISSUER = start();

    private Shared() {}
  }
}
