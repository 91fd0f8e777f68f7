package dev.musubi.web;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.musubi.testkit.identity.TestIssuer;
import dev.musubi.web.Services.Asked;
import dev.musubi.web.Services.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server that lets everybody in at once, but holds the client to the rules: the
 * code is good once, the verifier must fit the challenge (RFC 7636), a refresh token is good once.
 */
final class SignInServer {
  private final String publicUrl;
  private final TestIssuer issuer;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Boolean> refreshTokens = new ConcurrentHashMap<>();
  private final AtomicInteger renewals = new AtomicInteger();
  private volatile Duration life = Duration.ofMinutes(5);
  private volatile String kind = "OWNER";

  SignInServer(String publicUrl, TestIssuer issuer) {
    this.publicUrl = publicUrl;
    this.issuer = issuer;
  }

  /** How long access tokens live from now on. */
  void tokensLive(Duration lifetime) {
    this.life = lifetime;
  }

  /** What the organisation of the next login is. */
  void organisationKind(String next) {
    this.kind = next;
  }

  int renewals() {
    return renewals.get();
  }

  Reply answer(Asked asked) {
    return switch (asked.method() + " " + asked.path()) {
      case "GET /oauth2/authorize" -> authorize(parameters(asked.query()));
      case "POST /oauth2/token" -> token(asked, parameters(asked.text()));
      case "GET /oauth2/jwks" -> keys();
      case "GET /logout-authorization" ->
          redirect(
              Objects.requireNonNull(parameters(asked.query()).get("post_logout_redirect_uri")));
      default -> problem(404, "not-found", "見つかりません");
    };
  }

  static Reply problem(int status, String type, String detail) {
    return new Reply(
        status,
        "{\"type\":\"urn:musubi:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(type, type, status, detail),
        Map.of());
  }

  private Reply authorize(Map<String, String> asked) {
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    return redirect(
        asked.get("redirect_uri")
            + "?code="
            + code
            + "&state="
            + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
  }

  private Reply token(Asked request, Map<String, String> asked) {
    if (request.headers().getFirst("Authorization") == null) {
      return problem(401, "invalid-client", "no secret");
    }
    if ("refresh_token".equals(asked.get("grant_type"))) {
      renewals.incrementAndGet();
      boolean known = refreshTokens.remove(asked.getOrDefault("refresh_token", "")) != null;
      return known ? tokens(null) : refused();
    }
    Map<String, String> first = codes.remove(asked.getOrDefault("code", ""));
    String verifier = asked.getOrDefault("code_verifier", "");
    if (first == null || !challenge(verifier).equals(first.get("code_challenge"))) {
      return refused();
    }
    return tokens(first.get("nonce"));
  }

  private Reply tokens(@Nullable String nonce) {
    String refresh = UUID.randomUUID().toString();
    refreshTokens.put(refresh, true);
    String access =
        issuer.mint(claims -> whose(claims).claim("scope", java.util.List.of("openid")));
    String id =
        issuer.mint(
            claims -> {
              whose(claims).audience("web");
              if (nonce != null) {
                claims.claim("nonce", nonce);
              }
            });
    return new Reply(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"%s\",\"id_token\":\"%s\",\"scope\":\"openid\"}"
            .formatted(access, life.toSeconds(), refresh, id),
        Map.of());
  }

  private JWTClaimsSet.Builder whose(JWTClaimsSet.Builder claims) {
    return claims
        .issuer(publicUrl)
        .subject("01980000-0000-7000-8000-00000000a001")
        .issueTime(Date.from(Instant.now()))
        .claim("org", "01980000-0000-7000-8000-000000001004")
        .claim("org_kind", kind)
        .claim("role", "ADMIN")
        .claim("lang", "ja");
  }

  private Reply keys() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(issuer.url() + "/oauth2/jwks");
      return new Reply(
          200,
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body(),
          Map.of());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Reply refused() {
    return new Reply(400, "{\"error\":\"invalid_grant\"}", Map.of());
  }

  private static Reply redirect(String to) {
    return new Reply(302, "", Map.of("Location", to));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
