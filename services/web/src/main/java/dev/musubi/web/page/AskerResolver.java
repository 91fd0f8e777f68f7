package dev.musubi.web.page;

import dev.musubi.web.clients.Asker;
import dev.musubi.web.login.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller an {@link Asker}: the reader's token and language; read once a request. */
@Component
final class AskerResolver implements HandlerMethodArgumentResolver {
  private static final String KNOWN = Asker.class.getName();
  private final Tokens tokens;

  AskerResolver(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Asker.class;
  }

  @Override
  public Asker resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    return of(request, web.getNativeResponse(HttpServletResponse.class));
  }

  Asker of(HttpServletRequest request, @Nullable HttpServletResponse response) {
    if (request.getAttribute(KNOWN) instanceof Asker known) {
      return known;
    }
    Asker asker =
        new Asker(tokens.of(request, response).orElse(null), LocaleContextHolder.getLocale());
    request.setAttribute(KNOWN, asker);
    return asker;
  }
}
