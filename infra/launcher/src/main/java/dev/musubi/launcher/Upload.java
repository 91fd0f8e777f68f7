package dev.musubi.launcher;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file of listings sent to the importer through the public API, and followed to its end. */
final class Upload {
  private static final String PATH = "/api/v1/listings/imports";

  /** Small files are done in no time; large ones need not be asked about all the while. */
  private static final long FIRST_PAUSE = 20;

  private static final long LONGEST_PAUSE = 500;

  /** A service that was killed is back within a minute, on a busy machine within two. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final String name;
  private final BodyPublisher content;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private @Nullable Instant missedSince;
  private String key = UUID.randomUUID().toString();

  private Upload(Api api, String name, BodyPublisher content) {
    this.api = api;
    this.name = name;
    this.content = content;
  }

  /** The file is read while it is sent, whatever its size. */
  static Upload of(Api api, Path file) {
    try {
      return new Upload(api, Objects.toString(file.getFileName()), BodyPublishers.ofFile(file));
    } catch (FileNotFoundException missing) {
      throw Texts.failure("failure.file", file);
    }
  }

  static Upload of(Api api, String name, String content) {
    return new Upload(api, name, BodyPublishers.ofString(content));
  }

  Upload with(String field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
    return this;
  }

  /** The same key is carried out once, however often it is sent. */
  Upload once(String idempotencyKey) {
    key = idempotencyKey;
    return this;
  }

  /** Sends, and tells {@code onProgress} how far the import is until it has ended. */
  JsonNode follow(Consumer<JsonNode> onProgress) {
    var boundary = "musubi-" + UUID.randomUUID();
    var view =
        api.json(
            api.request(api.door(PATH))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .POST(body(boundary)));
    var progress = api.door(PATH + "/" + view.path("id").asString());
    var pause = FIRST_PAUSE;
    while (!hasEnded(view)) {
      onProgress.accept(view);
      pause(pause);
      pause = Math.min(LONGEST_PAUSE, pause * 2);
      view = stillThere(progress, view);
    }
    return view;
  }

  /** The import goes on when its service died and is started again; so does who follows it. */
  private JsonNode stillThere(URI progress, JsonNode last) {
    try {
      var response = api.send(api.request(progress).GET());
      if (response.statusCode() == 200) {
        missedSince = null;
        return Api.JSON.readTree(response.body());
      }
      if (response.statusCode() < 500) {
        throw api.refused(response);
      }
    } catch (Unreachable away) {
      // It is being started again.
    }
    if (hasWaitedEnough()) {
      throw Texts.failure("failure.import-away", PATIENCE.toMinutes());
    }
    return last;
  }

  private boolean hasWaitedEnough() {
    var now = Instant.now();
    if (missedSince == null) {
      missedSince = now;
    }
    return missedSince.plus(PATIENCE).isBefore(now);
  }

  private static boolean hasEnded(JsonNode view) {
    return switch (view.path("state").asString()) {
      case "QUEUED", "RUNNING", "WAITING" -> false;
      default -> true;
    };
  }

  /** What is wrong with rows, page by page, until {@code most} are told. */
  void problems(JsonNode view, Consumer<JsonNode> each, int most) {
    var path = PATH + "/" + view.path("id").asString() + "/errors?limit=100";
    var next = "";
    int told = 0;
    do {
      var page =
          api.json(api.request(api.door(next.isEmpty() ? path : path + "&cursor=" + next)).GET());
      page.path("items").forEach(each);
      told += page.path("items").size();
      next = page.path("next").asString("");
    } while (!next.isEmpty() && told < most);
  }

  private HttpRequest.BodyPublisher body(String boundary) {
    List<BodyPublisher> parts = new ArrayList<>();
    fields.forEach(
        (field, value) ->
            parts.add(
                text(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field, value))));
    parts.add(
        text(
            ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary, name.replaceAll("[\"\r\n]", "_"))));
    parts.add(content);
    parts.add(text("\r\n--" + boundary + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
