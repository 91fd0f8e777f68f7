package dev.musubi.security;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/** By default a failure to fetch the keys would be thrown on and become a 500. */
final class AnswerOutages implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
  private final Problems problems;

  AnswerOutages(Problems problems) {
    this.problems = problems;
  }

  @Override
  public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
    AuthenticationEntryPointFailureHandler handler =
        new AuthenticationEntryPointFailureHandler(problems);
    handler.setRethrowAuthenticationServiceException(false);
    filter.setAuthenticationFailureHandler(handler);
    return filter;
  }
}
