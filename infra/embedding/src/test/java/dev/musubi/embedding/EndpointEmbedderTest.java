package dev.musubi.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against a real HTTP server that speaks the embeddings API, with the shipped model behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndpointEmbedderTest extends EmbedderContract {
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private LocalEmbedder behind;

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @SuppressWarnings("NullAway.Init")
  private EndpointEmbedder embedder;

  @BeforeAll
  void start() throws IOException {
    behind = LocalEmbedder.load(LocalEmbedderTest.SHIPPED, 2);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/embeddings", this::answer);
    server.start();
    embedder = connect(3);
  }

  @BeforeEach
  void healthy() {
    failures.set(0);
  }

  @AfterAll
  void stop() {
    embedder.close();
    server.stop(0);
    behind.close();
  }

  @Override
  Embedder embedder() {
    return embedder;
  }

  @Test
  void a_passing_failure_is_tried_again() {
    failures.set(2);
    assertThat(embedder.embed(Role.QUERY, List.of("弁"))).hasSize(1);
    assertThat(failures.get()).isZero();
  }

  @Test
  void an_endpoint_that_keeps_failing_is_left_alone() {
    try (EndpointEmbedder other = connect(1)) {
      failures.set(1_000);
      for (int i = 0; i < 12; i++) {
        assertThatThrownBy(() -> other.embed(Role.QUERY, List.of("弁")))
            .isInstanceOf(EmbeddingUnavailable.class);
      }
      int before = requests.get();
      assertThatThrownBy(() -> other.embed(Role.QUERY, List.of("弁")))
          .isInstanceOf(EmbeddingUnavailable.class)
          .hasMessageContaining("is away");
      assertThat(requests.get()).isEqualTo(before);
    }
  }

  @Test
  void an_address_where_nobody_listens_is_said() {
    var nowhere =
        new EndpointEmbedder.Settings(
            URI.create("http://127.0.0.1:9/v1/embeddings"), "m", null, Duration.ofSeconds(1), 1, 1);
    assertThatThrownBy(() -> EndpointEmbedder.connect(nowhere))
        .isInstanceOf(EmbeddingUnavailable.class)
        .hasMessageContaining("127.0.0.1:9");
  }

  private EndpointEmbedder connect(int attempts) {
    URI endpoint =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/embeddings");
    return EndpointEmbedder.connect(
        new EndpointEmbedder.Settings(
            endpoint, "musubi-e5-small-ja-en", "a-key", Duration.ofSeconds(30), attempts, 2));
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      if (!"Bearer a-key".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
      } else if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        byte[] body = json.writeValueAsBytes(Map.of("object", "list", "data", embed(exchange)));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** The prefix comes with the text, so the model behind must not add one of its own. */
  private List<Map<String, Object>> embed(HttpExchange exchange) throws IOException {
    JsonNode input =
        json.readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
            .path("input");
    return java.util.stream.IntStream.range(0, input.size())
        .mapToObj(
            i ->
                Map.<String, Object>of("index", i, "embedding", vector(input.get(i).stringValue())))
        .toList();
  }

  private float[] vector(String prefixed) {
    Role role = prefixed.startsWith(Role.QUERY.prefix()) ? Role.QUERY : Role.PASSAGE;
    return behind.embed(role, List.of(prefixed.substring(role.prefix().length()))).getFirst();
  }
}
