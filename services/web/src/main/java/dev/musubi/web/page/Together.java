package dev.musubi.web.page;

import dev.musubi.observability.Trace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Asks several services at the same time, each on a virtual thread. */
public final class Together {
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Together() {}

  /** Starts a question; {@link Later#get} waits for its answer. */
  public static <T> Later<T> ask(Supplier<T> question) {
    Supplier<T> traced = Trace.carriedAnswer(question);
    return new Later<>(CompletableFuture.supplyAsync(traced, THREADS));
  }

  /** An answer that is on its way. */
  public static final class Later<T> {
    private final CompletableFuture<T> future;

    private Later(CompletableFuture<T> future) {
      this.future = future;
    }

    /** The answer; clients have their own time limits, so this ends. */
    public T get() {
      try {
        return future.join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw failed;
      }
    }
  }
}
