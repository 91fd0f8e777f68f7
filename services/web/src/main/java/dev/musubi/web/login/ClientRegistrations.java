package dev.musubi.web.login;

import dev.musubi.web.WebSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * Our registration at the authorization server. The browser meets it at the public address; tokens
 * and keys are fetched from it directly, so that a login does not depend on this machine reaching
 * its own public name.
 */
@Configuration(proxyBeanMethods = false)
class ClientRegistrations {
  /** Part of the redirect address {@code /login/oauth2/code/web}. */
  static final String ID = "web";

  @Bean
  ClientRegistrationRepository clientRegistrationRepository(WebSettings settings) {
    String inside = settings.upstream().profiles().toString();
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(ID)
            .clientId("web")
            .clientSecret(settings.clientSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(settings.publicUrl() + "/login/oauth2/code/" + ID)
            .scope("openid", "read", "write")
            .issuerUri(settings.publicUrl().toString())
            .authorizationUri(settings.publicUrl() + "/oauth2/authorize")
            .tokenUri(inside + "/oauth2/token")
            .jwkSetUri(inside + "/oauth2/jwks")
            .userNameAttributeName("sub")
            .clientName("Musubi")
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .build());
  }
}
