package dev.musubi.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a collector on a real server. */
class SpanExportTest {
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private volatile int answer = 200;
  private HttpServer collector;

  @BeforeEach
  void start() throws Exception {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            JsonNode body = new JsonMapper().readTree(exchange.getRequestBody());
            body.at("/resourceSpans/0/scopeSpans/0/spans").forEach(received::add);
            exchange.sendResponseHeaders(answer, -1);
          }
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    Trace.recordTo(null);
    collector.stop(0);
  }

  @Test
  void steps_arrive_with_their_parents_and_failures() throws Exception {
    try (SpanExport export = new SpanExport(address(), "listings")) {
      Trace.recordTo(export::take);
      try (Trace.Step outer = Trace.begin(Span.Kind.SERVER, "GET", null)) {
        outer.named("GET /api/v1/listings/{id}");
        try (Trace.Step inner = Trace.begin(Span.Kind.CLIENT, "profiles")) {
          inner.failed("away");
        }
      }
      await().until(() -> received.size() == 2);
    }
    JsonNode inner = received.get(0);
    JsonNode outer = received.get(1);
    assertThat(inner.path("traceId").asString()).isEqualTo(outer.path("traceId").asString());
    assertThat(inner.path("parentSpanId").asString()).isEqualTo(outer.path("spanId").asString());
    assertThat(outer.has("parentSpanId")).isFalse();
    assertThat(outer.path("name").asString()).isEqualTo("GET /api/v1/listings/{id}");
    assertThat(outer.path("kind").asInt()).isEqualTo(2);
    assertThat(inner.at("/status/code").asInt()).isEqualTo(2);
    assertThat(inner.at("/status/message").asString()).isEqualTo("away");
    assertThat(outer.path("endTimeUnixNano").asString())
        .isGreaterThanOrEqualTo(outer.path("startTimeUnixNano").asString());
  }

  @Test
  void a_step_that_its_caller_does_not_want_kept_is_not_sent() throws Exception {
    try (SpanExport export = new SpanExport(address(), "listings")) {
      Trace.recordTo(export::take);
      String unsampled = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
      try (Trace.Step _ = Trace.begin(Span.Kind.SERVER, "unwanted", unsampled)) {
        assertThat(Trace.id()).isNotNull();
      }
      try (Trace.Step _ = Trace.begin(Span.Kind.SERVER, "wanted", null)) {
        assertThat(Trace.id()).isNotNull();
      }
      await().until(() -> !received.isEmpty());
    }
    assertThat(received).extracting(it -> it.path("name").asString()).containsExactly("wanted");
  }

  @Test
  void what_the_collector_does_not_take_is_counted_and_holds_nothing_up() throws Exception {
    answer = 503;
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (SpanExport export = new SpanExport(address(), "listings")) {
      export.bindTo(meters);
      Trace.recordTo(export::take);
      for (int i = 0; i < 10_000; i++) {
        Trace.begin(Span.Kind.SERVER, "GET", null).close();
      }
    }
    double dropped =
        meters.get("musubi.trace.spans").tag("outcome", "dropped").functionCounter().count();
    assertThat(dropped).isEqualTo(10_000);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/");
  }
}
