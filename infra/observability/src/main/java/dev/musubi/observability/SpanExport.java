package dev.musubi.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends finished steps to a collector, from a thread of its own. It never holds work up: when the
 * collector is away or slower than we are, steps are dropped and counted.
 */
final class SpanExport implements AutoCloseable, MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(SpanExport.class);
  private static final int MOST_WAITING = 4096;
  private static final int AT_ONCE = 512;
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI collector;
  private final OtlpJson json;
  private final Thread thread;
  private volatile boolean running = true;
  private boolean failing;

  /**
   * @param endpoint base address of the collector, as in {@code OTEL_EXPORTER_OTLP_ENDPOINT}
   */
  SpanExport(URI endpoint, String service) {
    String base = endpoint.toString();
    this.collector =
        URI.create(
            (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v1/traces");
    this.json = new OtlpJson(service);
    this.thread = Thread.ofVirtual().name("span-export").start(this::run);
  }

  /** Takes one, or drops it when too many wait. */
  void take(Span span) {
    if (!waiting.offer(span)) {
      dropped.incrementAndGet();
    }
  }

  private void run() {
    while (running || !waiting.isEmpty()) {
      try {
        Span first = waiting.poll(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Span> batch = new ArrayList<>();
          batch.add(first);
          waiting.drainTo(batch, AT_ONCE - 1);
          send(batch);
        }
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void send(List<Span> batch) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(collector)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.write(batch)))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        sent.addAndGet(batch.size());
        failing = false;
      } else {
        lost(batch.size(), "it answers " + status);
      }
    } catch (IOException away) {
      lost(batch.size(), away.toString());
    }
  }

  /** Said once, until it works again. */
  private void lost(int spans, String why) {
    dropped.addAndGet(spans);
    if (!failing) {
      failing = true;
      LOG.warn("Traces are not kept: the collector at {} does not take them: {}", collector, why);
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("musubi.trace.spans", sent, AtomicLong::get)
        .tag("outcome", "sent")
        .description("Steps of traces that a collector took")
        .register(registry);
    FunctionCounter.builder("musubi.trace.spans", dropped, AtomicLong::get)
        .tag("outcome", "dropped")
        .description("Steps of traces that were dropped")
        .register(registry);
  }

  /** Sends what is there, and does not wait long for it. */
  @Override
  public void close() throws InterruptedException {
    running = false;
    if (!thread.join(TIMEOUT)) {
      thread.interrupt();
    }
    http.shutdownNow();
  }
}
