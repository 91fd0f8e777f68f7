package dev.musubi.notifications;

import static org.awaitility.Awaitility.await;

import dev.musubi.notifications.world.Http;
import dev.musubi.notifications.world.Instance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An open page that reads server-sent events. */
final class Page implements AutoCloseable {
  private final InputStream stream;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  Page(Instance instance, String token, @Nullable String lastEventId) {
    this(instance, token, lastEventId, "");
  }

  Page(Instance instance, String token, @Nullable String lastEventId, String query) {
    HttpRequest.Builder request =
        new Http(instance, token).request("/api/v1/alerts/stream" + query).GET();
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      HttpResponse<InputStream> response =
          Http.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("status " + response.statusCode());
      }
      stream = response.body();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException closed) {
      // The page was closed.
    }
    ended = true;
  }

  List<String> lines() {
    return lines;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Blocks of this kind of event, as soon as there are so many. */
  List<String> expect(String event, int atLeast) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> blocks(event), blocks -> blocks.size() >= atLeast);
  }

  /** Ids of alerts, as soon as there are so many. */
  List<Long> ids(int atLeast) {
    return expect("alert", atLeast).stream()
        .map(block -> block.replaceAll("(?s).*?id:(\\d+).*", "$1"))
        .map(Long::valueOf)
        .toList();
  }

  private List<String> blocks(String event) {
    String all = String.join("\n", lines) + "\n";
    int complete = all.lastIndexOf("\n\n");
    return complete < 0
        ? List.of()
        : List.of(all.substring(0, complete).split("\n\n")).stream()
            .filter(block -> block.contains("event:" + event))
            .toList();
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException alreadyClosed) {
      // As it should be.
    }
  }
}
