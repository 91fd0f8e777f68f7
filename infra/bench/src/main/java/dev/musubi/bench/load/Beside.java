package dev.musubi.bench.load;

import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.Role;
import java.util.List;

/** Embeds texts in bulk beside what is measured, as after an import, until it is closed. */
final class Beside implements AutoCloseable {
  private static final int BATCH = 64;

  private final Thread thread;
  private volatile boolean closed;

  Beside(Embedder embedder, ManyTexts texts) {
    this.thread =
        Thread.ofPlatform()
            .name("beside")
            .start(
                () -> {
                  for (var from = 0; !closed; from += BATCH) {
                    embedder.embedInBulk(Role.PASSAGE, batch(texts, from));
                  }
                });
  }

  private static List<String> batch(ManyTexts texts, int from) {
    return java.util.stream.IntStream.range(from, from + BATCH).mapToObj(texts::text).toList();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
