package dev.musubi.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/** The rules that hold for every API: stateless, closed by default, internal paths for services. */
final class ApiSecurity {
  static final String READ = "SCOPE_read";
  static final String WRITE = "SCOPE_write";
  static final String SERVICE = "SCOPE_" + Caller.SERVICE;
  static final String OPERATOR = "SCOPE_" + Caller.OPERATOR;

  private final JwtDecoder decoder;
  private final Problems problems;
  private final List<PublicEndpoints> endpoints;

  ApiSecurity(JwtDecoder decoder, Problems problems, List<PublicEndpoints> endpoints) {
    this.decoder = decoder;
    this.problems = problems;
    this.endpoints = endpoints;
  }

  SecurityFilterChain build(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(ApiSecurity::headers)
        .authorizeHttpRequests(this::authorize)
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.decoder(decoder))
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems)
                    .withObjectPostProcessor(new AnswerOutages(problems)))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  private void authorize(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
        .permitAll();
    requests.requestMatchers("/actuator/health/**", "/actuator/prometheus").permitAll();
    requests.requestMatchers(HttpMethod.GET, "/v3/api-docs/**").permitAll();
    Matchers open = new Matchers(requests);
    endpoints.forEach(each -> each.permit(open));
    requests
        .requestMatchers(HttpMethod.GET, "/internal/operation")
        .access((caller, _) -> new AuthorizationDecision(runsTheInstallation(caller.get())));
    requests.requestMatchers("/internal/**").hasAnyAuthority(SERVICE, OPERATOR);
    requests
        .requestMatchers(HttpMethod.GET)
        .hasAnyAuthority(READ, WRITE, SERVICE, OPERATOR)
        .requestMatchers(HttpMethod.HEAD)
        .hasAnyAuthority(READ, WRITE, SERVICE, OPERATOR);
    // An ID token is signed by the same key: without one of our scopes it opens nothing.
    requests.anyRequest().hasAnyAuthority(WRITE, SERVICE, OPERATOR);
  }

  /** Those who run it by the command line, and administrators by their health page. */
  private static boolean runsTheInstallation(@Nullable Authentication caller) {
    if (!(caller instanceof JwtAuthenticationToken token)) {
      return false;
    }
    Caller who = Caller.of(token.getToken());
    return who.isService() || who.isOperator() || who.isAdministrator();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
        .referrerPolicy(r -> r.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .cacheControl(Customizer.withDefaults());
  }

  /** Puts what a service opens before what is closed. */
  private record Matchers(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests)
      implements PublicEndpoints.Door {
    @Override
    public PublicEndpoints.Door get(String... patterns) {
      requests.requestMatchers(HttpMethod.GET, patterns).permitAll();
      requests.requestMatchers(HttpMethod.HEAD, patterns).permitAll();
      return this;
    }

    @Override
    public PublicEndpoints.Door post(String... patterns) {
      requests.requestMatchers(HttpMethod.POST, patterns).permitAll();
      return this;
    }

    @Override
    public PublicEndpoints.Door any(String... patterns) {
      requests.requestMatchers(patterns).permitAll();
      return this;
    }
  }
}
