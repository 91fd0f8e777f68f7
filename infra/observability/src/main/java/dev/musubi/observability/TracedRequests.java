package dev.musubi.observability;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Every question to another service is a step of the trace that asks it. */
public final class TracedRequests implements ClientHttpRequestInterceptor {
  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    String name = request.getMethod() + " " + request.getURI().getAuthority();
    try (Trace.Step step = Trace.begin(Span.Kind.CLIENT, name)) {
      request.getHeaders().set(Trace.HEADER, step.header());
      try {
        return execution.execute(request, body);
      } catch (IOException | RuntimeException e) {
        step.failed(e);
        throw e;
      }
    }
  }
}
