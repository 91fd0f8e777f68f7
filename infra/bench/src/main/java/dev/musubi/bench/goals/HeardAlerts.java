package dev.musubi.bench.goals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The open stream of a firm's alerts, and when which listing was told of. */
final class HeardAlerts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InputStream body;
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final CountDownLatch open = new CountDownLatch(1);

  private HeardAlerts(InputStream body) {
    this.body = body;
  }

  /** Opens it, and waits until it tells something, be it that it is open. */
  static HeardAlerts of(Person firm) throws IOException, InterruptedException {
    var request =
        firm.request("/api/v1/alerts/stream").header("Accept", "text/event-stream").build();
    // The time that an answer may take does not bound how long a stream stays open.
    var answer = Person.HTTP.send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("The stream of alerts answers " + answer.statusCode());
    }
    var stream = new HeardAlerts(answer.body());
    Thread.ofVirtual().start(stream::read);
    if (!stream.open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException("The stream of alerts does not open");
    }
    return stream;
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      var event = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        open.countDown();
        if (line.startsWith("event:")) {
          event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:") && event.equals("alert")) {
          var alert = JsonMapper.shared().readTree(line.substring("data:".length()));
          heard.putIfAbsent(alert.path("listingId").asString(""), Instant.now());
        }
      }
    } catch (IOException closed) {
      // Whoever waits for an alert that does not come says so.
    }
  }

  /** When this listing was told of. */
  Instant of(String listing) throws Exception {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      var when = heard.get(listing);
      if (when != null) {
        return when;
      }
      if (Instant.now().isAfter(end)) {
        throw new IOException("Nobody was told of listing " + listing);
      }
      Thread.sleep(1);
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
