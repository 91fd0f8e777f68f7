package dev.musubi.web.login;

import dev.musubi.web.WebSettings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What happens around a login: on the way in, on arrival, and at the end. */
@Component
public final class SignIn extends SavedRequestAwareAuthenticationSuccessHandler {
  /** The attribute of the session that holds the path where somebody wanted to go. */
  public static final String WANTED = "wanted";

  private final WebSettings settings;
  private final OAuth2AuthorizedClientRepository clients;
  private final WhoIsIt whoIsIt;

  SignIn(WebSettings settings, OAuth2AuthorizedClientRepository clients, WhoIsIt whoIsIt) {
    this.settings = settings;
    this.clients = clients;
    this.whoIsIt = whoIsIt;
    setDefaultTargetUrl("/");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    OAuth2AuthorizedClient client =
        clients.loadAuthorizedClient(ClientRegistrations.ID, authentication, request);
    if (client != null) {
      Visitor visitor = whoIsIt.of(client.getAccessToken().getTokenValue(), authentication);
      request.getSession().setAttribute(Visitor.ATTRIBUTE, visitor);
    }
    if (request.getSession().getAttribute(WANTED) instanceof String wanted) {
      request.getSession().removeAttribute(WANTED);
      clearAuthenticationAttributes(request);
      getRedirectStrategy().sendRedirect(request, response, wanted);
      return;
    }
    super.onAuthenticationSuccess(request, response, authentication);
  }

  /**
   * Sends a reader to the login; a script gets a plain "not signed in", because a login page inside
   * a fragment helps nobody.
   */
  AuthenticationEntryPoint entryPoint() {
    return (request, response, problem) -> {
      if (request.getHeader("HX-Request") != null) {
        response.setHeader("HX-Redirect", "/sign-in");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      } else if (wantsEvents(request)) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        response.sendRedirect("/oauth2/authorization/" + ClientRegistrations.ID);
      }
    };
  }

  /** Ends the authorization server's session too, else the next click would sign in again. */
  LogoutSuccessHandler farewell() {
    return (request, response, authentication) ->
        response.sendRedirect(
            UriComponentsBuilder.fromUri(settings.publicUrl())
                .path("/logout-authorization")
                .queryParam("post_logout_redirect_uri", settings.publicUrl() + "/")
                .queryParam("client_id", "web")
                .queryParam("id_token_hint", idTokenOf(authentication))
                .encode(StandardCharsets.UTF_8)
                .build()
                .toUriString());
  }

  private static String idTokenOf(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof OidcUser user
        ? user.getIdToken().getTokenValue()
        : "";
  }

  /** An EventSource stops asking after 204; any redirect would make it try for ever. */
  private static boolean wantsEvents(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/event-stream");
  }
}
