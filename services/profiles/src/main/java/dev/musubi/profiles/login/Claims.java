package dev.musubi.profiles.login;

import dev.musubi.profiles.domain.ApiClient;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.ApiClients;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts into a token for whom and as what its holder acts. Read anew at every token: a role that was
 * taken away is gone with the next one.
 */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final Accounts accounts;
  private final Members members;
  private final Organisations organisations;
  private final ApiClients clients;

  Claims(Accounts accounts, Members members, Organisations organisations, ApiClients clients) {
    this.accounts = accounts;
    this.members = members;
    this.organisations = organisations;
    this.clients = clients;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      return;
    }
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      program(context);
    } else {
      person(context);
    }
  }

  private void program(JwtEncodingContext context) {
    Set<String> asked = context.getAuthorizedScopes();
    Set<String> scopes = asked.isEmpty() ? context.getRegisteredClient().getScopes() : asked;
    context.getClaims().claim("scope", new HashSet<>(scopes));
    clients.find(context.getRegisteredClient().getClientId()).ifPresent(c -> act(context, c));
  }

  private void act(JwtEncodingContext context, ApiClient client) {
    Organisation organisation = organisations.find(client.organisation()).orElseThrow(Claims::gone);
    context
        .getClaims()
        .claim("org", organisation.id().toString())
        .claim("org_kind", organisation.kind().name())
        .claim("role", client.role().name());
  }

  private void person(JwtEncodingContext context) {
    Authentication principal = context.getPrincipal();
    if (principal == null) {
      throw gone();
    }
    UUID account = UUID.fromString(principal.getName());
    String lang = accounts.find(account).orElseThrow(Claims::gone).lang();
    // The web pages are ours and act with all that the person may do.
    Set<String> scopes = new HashSet<>(context.getAuthorizedScopes());
    scopes.add("read");
    scopes.add("write");
    context.getClaims().claim("scope", scopes).claim("lang", lang);
    Optional<UUID> chosen = Person.organisation(principal);
    if (chosen.isEmpty()) {
      return;
    }
    Membership membership = members.find(account, chosen.get()).orElseThrow(Claims::gone);
    Organisation organisation = organisations.find(chosen.get()).orElseThrow(Claims::gone);
    context
        .getClaims()
        .claim("org", organisation.id().toString())
        .claim("org_kind", organisation.kind().name())
        .claim("role", membership.role().name());
  }

  private static OAuth2AuthenticationException gone() {
    return new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "Sign in again.", null));
  }
}
