package dev.musubi.profiles.login;

import dev.musubi.profiles.ProfilesSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The rules for the authorization server's endpoints and for the pages of sign-in. */
@Configuration(proxyBeanMethods = false)
class LoginSecurity {
  static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String[] PAGES = {
    "/login",
    "/oauth2/organisation",
    "/oauth2/registration",
    "/oauth2/verification",
    "/oauth2/invitation",
    "/oauth2/password",
    "/oauth2/password/new",
    "/oauth2/done"
  };

  /** Only a request for authorization may be gone on with after signing in. */
  @Bean
  RequestCache loginRequests() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && "/oauth2/authorize".equals(request.getRequestURI()));
    return cache;
  }

  @Bean
  @Order(1)
  SecurityFilterChain authorizationServerSecurity(
      HttpSecurity http,
      ProfilesSettings settings,
      SecurityContextRepository contexts,
      RequestCache requests)
      throws Exception {
    http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server
                  .oidc(
                      oidc ->
                          oidc.logoutEndpoint(
                              logout ->
                                  logout.errorResponseHandler(
                                      (request, response, problem) ->
                                          leave(settings, request, response, problem))))
                  .clientAuthentication(
                      clients ->
                          clients.authenticationProviders(
                              providers ->
                                  providers.forEach(
                                      provider -> {
                                        if (provider
                                            instanceof ClientSecretAuthenticationProvider secrets) {
                                          secrets.setPasswordEncoder(new ClientSecrets());
                                        }
                                      })));
            })
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(cache -> cache.requestCache(requests))
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .headers(LoginSecurity::headers)
        .exceptionHandling(
            problems ->
                problems.defaultAuthenticationEntryPointFor(
                    entryPoint(), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain loginPageSecurity(
      HttpSecurity http,
      ProfilesSettings settings,
      SecurityContextRepository contexts,
      RequestCache requests)
      throws Exception {
    return http.securityMatcher(PAGES)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(cache -> cache.requestCache(requests))
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens(settings)))
        .logout(AbstractHttpConfigurer::disable)
        .headers(LoginSecurity::headers)
        .build();
  }

  /** Relative, so that it holds behind any proxy. */
  private static LoginUrlAuthenticationEntryPoint entryPoint() {
    LoginUrlAuthenticationEntryPoint entryPoint = new LoginUrlAuthenticationEntryPoint("/login");
    entryPoint.setFavorRelativeUris(true);
    return entryPoint;
  }

  /** Whatever was wrong with the request to sign out: the person wanted to be out. */
  private static void leave(
      ProfilesSettings settings,
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationException problem)
      throws IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    response.sendRedirect(settings.publicUrl() + "/");
  }

  /** In a cookie, so that showing a form opens no session for every crawler. */
  private static CookieCsrfTokenRepository formTokens(ProfilesSettings settings) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(LoginConfiguration.FORM_COOKIE);
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie ->
            cookie.httpOnly(true).sameSite("Lax").secure(LoginConfiguration.isSecure(settings)));
    return tokens;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(r -> r.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }
}
