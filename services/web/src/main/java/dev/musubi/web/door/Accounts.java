package dev.musubi.web.door;

import dev.musubi.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
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

  private final NimbusJwtDecoder decoder;

  Accounts(WebSettings settings) {
    this.decoder =
        NimbusJwtDecoder.withJwkSetUri(settings.upstream().profiles() + "/oauth2/jwks").build();
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
