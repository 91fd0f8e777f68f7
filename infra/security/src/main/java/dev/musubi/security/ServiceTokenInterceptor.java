package dev.musubi.security;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Adds the token, and asks once more with a new one when a key was changed in between. */
final class ServiceTokenInterceptor implements ClientHttpRequestInterceptor {
  private final ServiceTokens tokens;

  ServiceTokenInterceptor(ServiceTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    String token = tokens.get();
    request.getHeaders().setBearerAuth(token);
    ClientHttpResponse response = execution.execute(request, body);
    if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
      return response;
    }
    response.close();
    tokens.reject(token);
    request.getHeaders().setBearerAuth(tokens.get());
    return execution.execute(request, body);
  }
}
