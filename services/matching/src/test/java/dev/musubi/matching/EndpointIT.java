package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.EventJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Vectors from an endpoint that speaks OpenAI's embeddings API, over real HTTP, and without it. */
final class EndpointIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int NUMBERS = 8;
  private static HttpServer server;
  private static World world;
  private static Instance service;
  private static volatile boolean away;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/v1/embeddings", EndpointIT::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    world =
        new World()
            .withoutKafka()
            .with("MUSUBI_EMBEDDINGS", "true")
            .with(
                "MUSUBI_EMBEDDINGS_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/embeddings")
            .with("MUSUBI_EMBEDDINGS_MODEL", "letters")
            .with("MUSUBI_EMBEDDINGS_DIMENSIONS", String.valueOf(NUMBERS))
            .with("MUSUBI_EMBEDDINGS_TIMEOUT", "1s");
    service = world.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    for (var other : List.of("日本酒の香りを保つ容器", "船底に貝がつかない塗料", "木材を燃えにくくする薬剤")) {
      service.take(States.listing(other, "これまでの品では長く持たない。"));
    }
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    world.close();
    server.stop(0);
  }

  /** A vector that counts letters: the same text has the same one, and that is all we need. */
  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = EventJson.mapper().readTree(exchange.getRequestBody().readAllBytes());
      var data = new ArrayList<Map<String, Object>>();
      for (var text : request.path("input")) {
        var numbers = new double[NUMBERS];
        numbers[0] = 1;
        text.asString().codePoints().forEach(it -> numbers[it % NUMBERS] += 0.01);
        data.add(Map.of("index", data.size(), "embedding", numbers));
      }
      var body = EventJson.mapper().writeValueAsBytes(Map.of("data", data));
      exchange.sendResponseHeaders(away ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void endpoint_that_goes_away_is_said_and_the_others_answer() {
    var listing = States.listing("温泉の熱で発電する小型の装置", "低い温度の湯から電気を取り出せない。");
    service.take(listing);
    var need = States.need("温泉の湯で発電したい", "低い温度の湯を使う発電機を探している。");
    service.take(need);
    await().atMost(PATIENCE).until(() -> service.legs(need.id(), listing.id()).contains("vectors"));
    assertThat(leg("温泉の発電機")).isEqualTo("ok");

    away = true;
    assertThat(leg("湯の熱で動く発電機")).isIn("away", "late");
    var later = States.listing("温泉の湯で発電する羽根車", "低い温度の湯を使う発電機は、湯の花で羽根車が詰まる。");
    service.take(later);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(later.id()));
    assertThat(service.legs(need.id(), later.id())).contains("text").doesNotContain("vectors");

    away = false;
    await().atMost(PATIENCE).until(() -> service.legs(need.id(), later.id()).contains("vectors"));
  }

  private static String leg(String words) {
    var body = EventJson.mapper().writeValueAsString(Map.of("q", words));
    var answer = service.post("/api/v1/search/listings", body, null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("hits").size()).isPositive();
    return answer.json().at("/legs/vectors").asString();
  }
}
