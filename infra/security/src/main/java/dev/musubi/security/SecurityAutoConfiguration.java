package dev.musubi.security;

import dev.musubi.http.ProblemSource;
import dev.musubi.http.ProblemWriter;
import dev.musubi.http.Refusal;
import dev.musubi.observability.TracedRequests;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes every service that has this module on its class path a resource server, closed by default.
 */
@AutoConfiguration(
    afterName = "dev.musubi.http.HttpAutoConfiguration",
    beforeName = {
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "musubi.security.resource-server", matchIfMissing = true)
class SecurityAutoConfiguration {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(10);

  @Bean
  SecuritySettings securitySettings(Environment environment) {
    return new SecuritySettings(environment);
  }

  @Bean
  @ConditionalOnMissingBean(JwtDecoder.class)
  JwtDecoder jwtDecoder(SecuritySettings settings) {
    return TokenKeys.decoder(settings.keys(), settings.issuer());
  }

  /** The chain for everything that no other chain of the service claims. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 10)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      JwtDecoder decoder,
      ProblemWriter writer,
      ObjectProvider<PublicEndpoints> endpoints)
      throws Exception {
    return new ApiSecurity(decoder, new Problems(writer), endpoints.orderedStream().toList())
        .build(http);
  }

  @Bean
  WebMvcConfigurer callerParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
      }
    };
  }

  @Bean
  @Lazy
  ServiceTokens serviceTokens(SecuritySettings settings) {
    return new ServiceTokens(
        RestClient.builder()
            .requestFactory(requests())
            .requestInterceptor(new TracedRequests())
            .build(),
        () ->
            new ServiceTokens.Credentials(
                settings.tokens(), settings.clientId(), settings.clientSecret()),
        Clock.systemUTC());
  }

  /** Adds this service's token to each request; wait at most ten seconds for an answer. */
  @Bean
  @Lazy
  RestClient serviceRestClient(
      ServiceTokens tokens, ObjectProvider<RestClient.Builder> configured) {
    return configured
        .getIfAvailable(RestClient::builder)
        .requestFactory(requests())
        .requestInterceptor(new ServiceTokenInterceptor(tokens))
        .requestInterceptor(new TracedRequests())
        .build();
  }

  @Bean
  ProblemSource serviceTokenProblems() {
    return exception ->
        exception instanceof ServiceTokenUnavailable
            ? new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "problem.status.503.detail")
                .header("Retry-After", "5")
            : null;
  }

  private static JdkClientHttpRequestFactory requests() {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(READ);
    return factory;
  }
}
