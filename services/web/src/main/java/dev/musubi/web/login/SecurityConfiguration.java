package dev.musubi.web.login;

import dev.musubi.web.WebSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may come in by which way: the door, the assets and the pages each have their own rules. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** No inline script or style anywhere, nothing from elsewhere, no frames. */
  static final String CONTENT_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " object-src 'none'; img-src 'self' data:";

  /** Pages that need no login. Every other page is for members. */
  private static final String[] OPEN = {
    "/",
    "/search",
    "/listings/{id}",
    "/start-need",
    "/digest",
    "/digest/sent",
    "/c/{token}",
    "/u/{token}",
    "/about",
    "/landscape",
    "/accessibility",
    "/api/docs",
    "/sign-in",
    "/sign-in/failed",
    "/error"
  };

  /** The services behind the door decide for themselves; bearer tokens need no CSRF token. */
  @Bean
  @Order(1)
  SecurityFilterChain doorSecurity(HttpSecurity http) throws Exception {
    http.securityMatcher(doorPaths())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    return http.build();
  }

  /** Assets and health: no login, no session, caches welcome. */
  @Bean
  @Order(2)
  SecurityFilterChain assetSecurity(HttpSecurity http) throws Exception {
    http.securityMatcher("/assets/**", "/favicon.ico", "/robots.txt", "/actuator/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/**")
                    .access(new LoopbackOnly())
                    .anyRequest()
                    .permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .headers(h -> h.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    return http.build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pageSecurity(
      HttpSecurity http,
      WebSettings settings,
      SignIn signIn,
      ObjectProvider<RequestMappingHandlerMapping> mappings)
      throws Exception {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .anyRequest()
                    .access(new MembersOrNoSuchPage(mappings)))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens(settings)).ignoringRequestMatchers(byToken()))
        .headers(SecurityConfiguration::pageHeaders)
        .exceptionHandling(e -> e.authenticationEntryPoint(signIn.entryPoint()))
        .oauth2Login(
            login ->
                login.loginPage("/sign-in").successHandler(signIn).failureUrl("/sign-in/failed"))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, "/sign-out"))
                    .deleteCookies(SessionConfiguration.COOKIE)
                    .logoutSuccessHandler(signIn.farewell()));
    return http.build();
  }

  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
  }

  /**
   * In a cookie, so that a form can be shown to a stranger without opening a session for every
   * crawler that passes by.
   */
  private static CookieCsrfTokenRepository csrfTokens(WebSettings settings) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(settings.secure() ? "__Host-MUSUBI_FORM" : "MUSUBI_FORM");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).sameSite("Lax").secure(settings.secure()));
    return tokens;
  }

  /** A mail client posts here without any cookie (RFC 8058); the token in the path is the proof. */
  private static RequestMatcher byToken() {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        paths.matcher(HttpMethod.POST, "/u/{token}"), paths.matcher(HttpMethod.POST, "/c/{token}"));
  }

  private static RequestMatcher doorPaths() {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    RequestMatcher served =
        new OrRequestMatcher(
            paths.matcher("/api/v1/**"),
            paths.matcher("/oauth2/**"),
            paths.matcher("/.well-known/**"),
            paths.matcher("/userinfo"),
            paths.matcher("/login"),
            paths.matcher("/logout-authorization"));
    // Our own OAuth 2 client starts its journey on a path of this name.
    RequestMatcher ours = paths.matcher("/oauth2/authorization/{client}");
    return new AndRequestMatcher(served, new NegatedRequestMatcher(ours));
  }
}
