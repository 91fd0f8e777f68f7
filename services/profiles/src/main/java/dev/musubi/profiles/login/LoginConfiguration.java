package dev.musubi.profiles.login;

import dev.musubi.profiles.ProfilesSettings;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.ApiClients;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.LocaleResolver;

/** What the authorization server stands on. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
  static final String COOKIE = "MUSUBI_AUTH";
  static final String FORM_COOKIE = "MUSUBI_AUTH_FORM";

  @Bean
  SigningKeys signingKeys(
      JdbcClient jdbc, TransactionTemplate transaction, ProfilesSettings settings) {
    return new SigningKeys(jdbc, transaction, new KeySafe(settings.keySecret()));
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(List::getFirst);
    return encoder;
  }

  /** Our own API needs no HTTP to learn our own keys. */
  @Bean
  JwtDecoder jwtDecoder(SigningKeys keys, ProfilesSettings settings) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
    decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.publicUrl().toString()));
    return decoder;
  }

  @Bean
  Clients clients(ProfilesSettings settings, ApiClients issued) {
    return new Clients(settings, issued);
  }

  @Bean
  Claims claims(
      Accounts accounts, Members members, Organisations organisations, ApiClients clients) {
    return new Claims(accounts, members, organisations, clients);
  }

  @Bean
  OAuth2AuthorizationService authorizations(JdbcOperations jdbc, Clients clients) {
    return new JdbcOAuth2AuthorizationService(jdbc, clients);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(ProfilesSettings settings) {
    return AuthorizationServerSettings.builder()
        .issuer(settings.publicUrl().toString())
        .oidcLogoutEndpoint("/logout-authorization")
        .build();
  }

  @Bean
  SecurityContextRepository loginContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  CookieSerializer sessionCookie(ProfilesSettings settings) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setUseSecureCookie(isSecure(settings));
    return cookie;
  }

  /** The pages follow the language that was chosen on the web pages. */
  @Bean
  LocaleResolver localeResolver() {
    return new ChosenLocale(List.of(Locale.JAPANESE, Locale.ENGLISH));
  }

  static boolean isSecure(ProfilesSettings settings) {
    return "https".equals(settings.publicUrl().getScheme());
  }
}
