package dev.musubi.web.login;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Me;
import dev.musubi.web.clients.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads who somebody is from the access token that the authorization server handed us directly (so
 * its signature needs no second look), and asks profiles for the names.
 */
@Component
final class WhoIsIt {
  private final Profiles profiles;
  private final JsonMapper json;

  WhoIsIt(Profiles profiles, JsonMapper json) {
    this.profiles = profiles;
    this.json = json;
  }

  Visitor of(String accessToken, Authentication authentication) {
    JsonNode claims = claimsOf(accessToken);
    Answer<Me> me = profiles.me(new Asker(accessToken, Locale.JAPANESE));
    Optional<Me> known = me.value();
    return new Visitor(
        authentication.getName(),
        known.map(Me::displayName).orElse(authentication.getName()),
        text(claims, "org").orElse(null),
        known.map(Me::organisationName).orElse(null),
        text(claims, "org_kind").map(OrganisationKind::valueOf).orElse(null),
        text(claims, "role").map(MemberRole::valueOf).orElse(null));
  }

  private JsonNode claimsOf(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return MissingNode.getInstance();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
      return json.readTree(new String(payload, StandardCharsets.UTF_8));
    } catch (JacksonException | IllegalArgumentException opaque) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<String> text(JsonNode claims, String name) {
    JsonNode value = claims.path(name);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }
}
