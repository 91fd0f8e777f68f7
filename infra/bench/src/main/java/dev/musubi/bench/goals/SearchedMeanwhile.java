package dev.musubi.bench.goals;

import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchEngine;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks the living index of listings five times a second, until it is closed. */
final class SearchedMeanwhile implements AutoCloseable {
  private static final int PAUSE_MILLISECONDS = 200;
  private static final JsonNode WORDS =
      JsonMapper.shared()
          .readTree("{\"query\": {\"match\": {\"ja.solution\": \"樹脂\"}}, \"_source\": false}");

  private final LogicalIndex index;
  private final Thread thread;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private volatile boolean closed;

  SearchedMeanwhile(SearchEngine engine) {
    this.index = MatchingIndices.of(engine, "musubi").listings();
    this.thread = Thread.ofPlatform().name("searched meanwhile").start(this::run);
  }

  private void run() {
    try {
      while (!closed) {
        index.search(WORDS);
        answers.incrementAndGet();
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException refused) {
      failure.set(refused);
    }
  }

  void mustHaveBeenAnswered() throws IOException {
    var refused = failure.get();
    if (refused != null || answers.get() == 0) {
      throw new IOException("A search was not answered meanwhile", refused);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
