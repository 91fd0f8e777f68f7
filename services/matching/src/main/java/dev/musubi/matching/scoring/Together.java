package dev.musubi.matching.scoring;

import dev.musubi.observability.Trace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the legs at the same time and waits for each as long as patience lasts, not longer. */
final class Together implements AutoCloseable {
  static final String OK = "ok";

  private final Duration patience;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Together(Duration patience) {
    this.patience = patience;
  }

  /**
   * What the legs answered, by name, and how each of them fared: "ok", or why it is missing.
   *
   * @param <T> kind of answer
   */
  record Answers<T>(Map<String, T> values, Map<String, String> reports) {}

  <T> Answers<T> run(Map<String, Callable<T>> work) {
    var running = new LinkedHashMap<String, Future<T>>();
    work.forEach((leg, task) -> running.put(leg, threads.submit(Trace.carried(task))));
    var until = System.nanoTime() + patience.toNanos();
    var values = new LinkedHashMap<String, T>();
    var reports = new TreeMap<String, String>();
    running.forEach((leg, answer) -> reports.put(leg, await(leg, answer, until, values)));
    return new Answers<>(values, reports);
  }

  private static <T> String await(String leg, Future<T> answer, long until, Map<String, T> values) {
    try {
      values.put(leg, answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
      return OK;
    } catch (TimeoutException late) {
      answer.cancel(true);
      return "late";
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      return "late";
    } catch (ExecutionException failed) {
      return switch (failed.getCause()) {
        case LegAbsent absent -> absent.code();
        case RuntimeException error -> throw error;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      };
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
