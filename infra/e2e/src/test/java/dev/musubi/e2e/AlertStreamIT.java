package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Alerts as programs hear them: server-sent events that go on where they were cut. */
final class AlertStreamIT {
  private static final Api FIRM = Api.of("kamanari@demo.musubi.example");

  @Test
  void a_stream_that_was_cut_goes_on_after_the_last_alert_that_was_heard() {
    var subject = Subject.ja();
    var need = Market.activate(FIRM, subject.needInJapanese());
    String last;
    try (var stream = new Stream(need, null)) {
      patiently().until(stream::isOpen);
      var first = Market.publish(subject.listingInJapanese());
      last = stream.heard(first).id();
    }
    var missed = Market.publish(subject.listingInJapanese());
    patiently().until(() -> alerts().contains(missed));
    try (var stream = new Stream(need, last)) {
      stream.heard(missed);
      assertThat(stream.listings()).containsExactly(missed);
      var live = Market.publish(subject.listingInJapanese());
      stream.heard(live);
      assertThat(stream.listings()).containsExactly(missed, live);
    }
  }

  @Test
  void nobody_hears_the_alerts_of_others() {
    Api.anybody().get("/api/v1/alerts/stream").must(401);
    var subject = Subject.ja();
    var need = Market.activate(FIRM, subject.needInJapanese());
    var listing = Market.publish(subject.listingInJapanese());
    Market.match(FIRM, need, listing);
    patiently().until(() -> alerts().contains(listing));
    var other = Api.of("hoshikuzu@demo.musubi.example").get("/api/v1/alerts?limit=100").must(200);
    assertThat(other.text()).doesNotContain(subject.word());
  }

  private static List<String> alerts() {
    return FIRM.get("/api/v1/alerts?limit=100")
        .must(200)
        .at("/items")
        .valueStream()
        .map(alert -> alert.path("listingId").asString(""))
        .toList();
  }

  private record Event(String id, JsonNode data) {}

  /** One open stream, read by a thread of its own; it tells only of one of the firm's needs. */
  private static final class Stream implements AutoCloseable {
    private final String need;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private volatile boolean open;

    Stream(String need, @Nullable String after) {
      this.need = need;
      var request = FIRM.request("/api/v1/alerts/stream").header("Accept", "text/event-stream");
      if (after != null) {
        request.header("Last-Event-ID", after);
      }
      try {
        body = Api.HTTP.send(request.build(), BodyHandlers.ofInputStream()).body();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        var event = "";
        var id = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event:")) {
            event = line.substring(6).strip();
            open = true;
          } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
          } else if (line.startsWith("data:") && event.equals("alert")) {
            events.add(new Event(id, Answer.JSON.readTree(line.substring(5))));
          }
        }
      } catch (IOException closed) {
        open = false;
      }
    }

    boolean isOpen() {
      return open;
    }

    /** Only of patents that came later; first lists of needs are alerts as well. */
    List<String> listings() {
      return found().map(event -> event.data().path("listingId").asString()).toList();
    }

    Event heard(String listing) {
      return patiently()
          .until(
              () ->
                  found()
                      .filter(event -> event.data().path("listingId").asString().equals(listing))
                      .toList(),
              found -> !found.isEmpty())
          .getFirst();
    }

    private java.util.stream.Stream<Event> found() {
      return events.stream()
          .filter(event -> event.data().path("kind").asString().equals("MATCH_FOUND"))
          .filter(event -> event.data().path("needId").asString().equals(need));
    }

    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException gone) {
        open = false;
      }
    }
  }
}
