package dev.musubi.launcher;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Builds the search indices anew beside the old ones; searches go on meanwhile. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class ReindexCommand implements Callable<Integer> {
  private static final String PATH = "/internal/reindex";

  @Mixin private final FolderOption folder = new FolderOption();

  /** 0 when the new indices are in use, 1 when the old ones stay. */
  @Override
  public Integer call() {
    var addresses = new Addresses(folder.running().port());
    var api = new Api(addresses, DataFolder.existing(folder.path()));
    var begun = Instant.now();
    var answer =
        api.json(
            api.request(api.of(Service.MATCHING, PATH))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody()));
    var last = "";
    while (state(answer).equals("RUNNING")) {
      var text = text("reindex.progress", answer, begun);
      if (!text.equals(last)) {
        System.out.println(text);
        last = text;
      }
      pause();
      answer = api.json(api.request(api.of(Service.MATCHING, PATH)).GET());
    }
    return end(answer, begun);
  }

  private static int end(JsonNode answer, Instant begun) {
    return switch (state(answer)) {
      case "DONE" -> {
        System.out.println(text("reindex.done", answer, begun));
        yield 0;
      }
      case "ELSEWHERE" -> throw Texts.failure("failure.reindex-elsewhere");
      default -> throw Texts.failure("failure.reindex", answer.path("failure").asString(""));
    };
  }

  private static String state(JsonNode answer) {
    return answer.path("state").asString("");
  }

  private static String text(String key, JsonNode answer, Instant begun) {
    return Texts.of(
        key,
        answer.path("listings").asLong(0),
        answer.path("listingsOf").asLong(0),
        answer.path("needs").asLong(0),
        answer.path("needsOf").asLong(0),
        Duration.between(begun, Instant.now()).toSeconds());
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
