package dev.musubi.profiles.login;

import dev.musubi.profiles.ProfilesSettings;
import dev.musubi.profiles.domain.ApiClient;
import dev.musubi.profiles.persistence.ApiClients;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Who may ask for tokens: our own services, the operator's command line and the web pages, as the
 * environment says; and organisations' programs, as the database says.
 */
final class Clients implements RegisteredClientRepository {
  static final String WEB = "web";
  static final String CLI = "cli";

  private final Map<String, RegisteredClient> own = new HashMap<>();
  private final ApiClients issued;
  private final ProfilesSettings settings;

  Clients(ProfilesSettings settings, ApiClients issued) {
    this.settings = settings;
    this.issued = issued;
    settings.secrets().forEach(this::add);
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("clients are made by the API or the environment");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String id) {
    RegisteredClient known = own.get(id);
    return known != null ? known : issued.find(id).map(this::program).orElse(null);
  }

  private void add(String name, String secret) {
    RegisteredClient client =
        switch (name) {
          case WEB -> web(secret);
          case CLI -> machine(CLI, secret).scope("operator").scope("service").build();
          default -> machine("service-" + name, secret).scope("service").build();
        };
    own.put(client.getClientId(), client);
  }

  private RegisteredClient.Builder machine(String id, String secret) {
    return client(id, ClientSecrets.hash(secret))
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
  }

  private RegisteredClient program(ApiClient client) {
    return client(client.id(), client.secretHash())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(client.scopes()))
        .build();
  }

  private RegisteredClient web(String secret) {
    String url = settings.publicUrl().toString();
    return client(WEB, ClientSecrets.hash(secret))
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(url + "/login/oauth2/code/web")
        .redirectUri(url + "/login/oauth2/code/musubi")
        .postLogoutRedirectUri(url + "/")
        .postLogoutRedirectUri(url)
        .scope(OidcScopes.OPENID)
        .scope("read")
        .scope("write")
        .build();
  }

  private RegisteredClient.Builder client(String id, String secretHash) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(secretHash)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(settings.accessTokenLife())
                .refreshTokenTimeToLive(settings.refreshTokenLife())
                .reuseRefreshTokens(false)
                .build());
  }
}
