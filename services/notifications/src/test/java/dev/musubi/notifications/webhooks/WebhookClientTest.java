package dev.musubi.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook's address leads nowhere but to where it may. */
final class WebhookClientTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer inner;

  @BeforeEach
  void start() throws IOException {
    inner = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    inner.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().add("Location", "/secret");
            exchange.sendResponseHeaders(307, -1);
          }
        });
    inner.start();
  }

  @AfterEach
  void stop() {
    inner.stop(0);
  }

  private int port() {
    return inner.getAddress().getPort();
  }

  /** Also by names that resolve into it, whatever was resolved when the webhook was registered. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "0"})
  void nothing_of_the_inner_network_is_called_by_whatever_name(String host) throws IOException {
    try (WebhookClient client = client()) {
      WebhookClient.Answer answer =
          client.post("http://" + host + ":" + port() + "/", "{}", Map.of());
      assertThat(answer.status()).isNull();
      assertThat(answer.error()).isNotNull();
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void a_redirect_is_not_followed_even_where_calling_is_allowed() throws IOException {
    try (WebhookClient client = client("127.0.0.0/8")) {
      WebhookClient.Answer answer =
          client.post("http://127.0.0.1:" + port() + "/hook", "{}", Map.of());
      assertThat(answer.status()).isEqualTo(307);
      assertThat(answer.delivered()).isFalse();
    }
    assertThat(asked).containsExactly("/hook");
  }

  @Test
  void what_the_other_side_says_is_told_in_one_line_without_its_control_characters()
      throws IOException {
    try (WebhookClient client = client()) {
      WebhookClient.Answer answer = client.post("http://a\r\nb/", "{}", Map.of());
      assertThat(answer.error()).doesNotContain("\r", "\n");
    }
  }

  private static WebhookClient client(String... allowed) {
    return new WebhookClient(new AddressGuard(List.of(allowed)), Duration.ofSeconds(2), 2);
  }
}
