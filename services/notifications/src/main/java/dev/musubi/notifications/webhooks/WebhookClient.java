package dev.musubi.notifications.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls the servers of others, and nothing else: only permitted addresses after the name was
 * resolved, no redirects, no cookies, no proxy, nothing of the answer but its status, and an end to
 * every call.
 */
public final class WebhookClient implements AutoCloseable {
  private final CloseableHttpClient http;
  private final Duration deadline;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("webhook-deadlines").factory());

  /** A client that waits so long for a connection and for an answer, and twice as long in all. */
  public WebhookClient(AddressGuard guard, Duration timeout, int connections) {
    Timeout limit = Timeout.ofMilliseconds(timeout.toMillis());
    this.deadline = timeout.multipliedBy(2);
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Guarded(guard))
                    .setMaxConnTotal(connections)
                    .setMaxConnPerRoute(connections)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(limit)
                            .setSocketTimeout(limit)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(limit)
                    .setConnectionRequestTimeout(limit)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Musubi-Webhooks/1")
            .build();
  }

  /** Posts the body and says what came of it; never throws for what the other side does. */
  Answer post(String url, String body, Map<String, String> headers) {
    HttpPost request;
    try {
      request = new HttpPost(URI.create(url));
    } catch (IllegalArgumentException malformed) {
      return new Answer(null, "the address is malformed");
    }
    headers.forEach(request::setHeader);
    request.setHeader("Content-Type", "application/cloudevents+json; charset=utf-8");
    request.setEntity(
        new StringEntity(
            body, ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8)));
    ScheduledFuture<?> end =
        timer.schedule(request::abort, deadline.toMillis(), TimeUnit.MILLISECONDS);
    try (ClassicHttpResponse response = http.executeOpen(null, request, null)) {
      return new Answer(response.getCode(), null);
    } catch (IOException failed) {
      return new Answer(null, told(failed));
    } finally {
      end.cancel(false);
    }
  }

  private static String told(IOException failed) {
    String text = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    String line = text.replaceAll("\\p{Cc}+", " ");
    return line.substring(0, Math.min(300, line.length()));
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    http.close();
  }

  /**
   * What came of a call.
   *
   * @param status of the answer, or null when there was none
   * @param error why there was none
   */
  record Answer(@Nullable Integer status, @Nullable String error) {
    boolean delivered() {
      return status != null && status >= 200 && status < 300;
    }

    /** The receiver wants no more calls. */
    boolean gone() {
      return status != null && status == 410;
    }
  }

  /** Resolves names to permitted addresses only. */
  private record Guarded(AddressGuard guard) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] permitted =
          Arrays.stream(InetAddress.getAllByName(host))
              .filter(guard::permits)
              .toArray(InetAddress[]::new);
      if (permitted.length == 0) {
        throw new UnknownHostException("no public address");
      }
      return permitted;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
