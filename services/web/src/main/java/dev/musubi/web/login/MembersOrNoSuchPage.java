package dev.musubi.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A page is for members unless it is listed as open, so that a new one cannot be open by oversight.
 * An address that is no page at all may be asked for by everybody: it is answered with "not found"
 * and not with a login that leads nowhere.
 */
final class MembersOrNoSuchPage implements AuthorizationManager<RequestAuthorizationContext> {
  private final AuthorizationManager<RequestAuthorizationContext> members =
      AuthenticatedAuthorizationManager.authenticated();
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private volatile @Nullable List<PathPattern> pages;

  MembersOrNoSuchPage(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public @Nullable AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> visitor, RequestAuthorizationContext context) {
    return isPage(context.getRequest())
        ? members.authorize(visitor, context)
        : new AuthorizationDecision(true);
  }

  private boolean isPage(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return pages().stream().anyMatch(page -> page.matches(path));
  }

  private List<PathPattern> pages() {
    List<PathPattern> known = pages;
    if (known == null) {
      known =
          mappings
              .orderedStream()
              .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
              .map(RequestMappingInfo::getPathPatternsCondition)
              .filter(Objects::nonNull)
              .flatMap(paths -> paths.getPatterns().stream())
              .toList();
      pages = known;
    }
    return known;
  }
}
