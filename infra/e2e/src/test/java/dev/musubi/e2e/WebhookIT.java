package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that are called when something happens (Standard Webhooks). */
final class WebhookIT {
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final Api FIRM = Api.of("ishiwatari@demo.musubi.example");
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer receiver;

  private record Call(String id, String time, String signature, String body) {}

  WebhookIT() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    receiver.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          calls.add(
              new Call(
                  String.valueOf(headers.getFirst("webhook-id")),
                  String.valueOf(headers.getFirst("webhook-timestamp")),
                  String.valueOf(headers.getFirst("webhook-signature")),
                  body));
          // The first answer is a failure, so that the call has to be made again.
          exchange.sendResponseHeaders(calls.size() == 1 ? 503 : 204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void a_match_is_told_once_signed_and_again_only_when_the_receiver_failed()
      throws GeneralSecurityException {
    var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/musubi";
    var added = FIRM.post(WEBHOOKS, "{\"url\": \"" + url + "\", \"events\": []}");
    assumeTrue(
        added.status() != 422 || !added.text().contains("webhook-"),
        "This copy calls no webhooks on this machine; see RunningProduct.");
    added.must(201);
    try {
      var subject = Subject.ja();
      var need = Market.activate(FIRM, subject.needInJapanese());
      var listing = Market.publish(subject.listingInJapanese());
      var match = Market.match(FIRM, need, listing).path("id").asString();
      patiently()
          .until(() -> about(match).stream().anyMatch(call -> !call.equals(calls.getFirst())));
      patiently()
          .during(Duration.ofSeconds(2))
          .until(() -> ids(match) == 1 && succeeded(match) == 1);
      for (var call : calls) {
        assertThat(call.signature()).contains(signed(call, added.at("/secret").asString()));
        assertThat(Instant.ofEpochSecond(Long.parseLong(call.time())))
            .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plusSeconds(5));
      }
      var event = Answer.JSON.readTree(about(match).getFirst().body());
      assertThat(event.path("specversion").asString()).isEqualTo("1.0");
      assertThat(event.path("type").asString()).isEqualTo("dev.musubi.alert.match-found.v1");
      assertThat(event.path("data").toString()).contains(listing, need);
    } finally {
      remove(added.id());
    }
  }

  private static void remove(String id) {
    var path = WEBHOOKS + "/" + id;
    var now = FIRM.get(path).must(200);
    Api.send(FIRM.request(path).header("If-Match", now.etag()).DELETE()).must(204);
  }

  private List<Call> about(String match) {
    return calls.stream().filter(call -> call.body().contains(match)).toList();
  }

  private long ids(String match) {
    return about(match).stream().map(Call::id).distinct().count();
  }

  private long succeeded(String match) {
    return about(match).stream().filter(call -> !call.equals(calls.getFirst())).count();
  }

  private static String signed(Call call, String secret) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var text = call.id() + "." + call.time() + "." + call.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_webhook_into_the_inner_network_is_refused() {
    for (var url : List.of("https://10.0.0.1/", "https://[::1]/", "https://169.254.169.254/")) {
      var refused = FIRM.post(WEBHOOKS, "{\"url\": \"" + url + "\"}").must(422);
      assertThat(refused.at("/errors/0/code").asString()).isEqualTo("webhook-private");
    }
  }
}
