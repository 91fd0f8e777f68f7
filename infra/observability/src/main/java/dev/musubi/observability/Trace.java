package dev.musubi.observability;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace (W3C Trace Context) in which this thread works: a request, an event or a task, together
 * with everything that it causes in any service. Its identifier is in every line that is logged
 * meanwhile. Threads do not inherit it; {@link #carried} hands it over.
 */
public final class Trace {
  /** Header of HTTP and of Kafka. */
  public static final String HEADER = "traceparent";

  private static final ThreadLocal<TraceContext> CURRENT = new ThreadLocal<>();
  private static final AtomicReference<@Nullable Consumer<Span>> RECORDER = new AtomicReference<>();

  private Trace() {}

  /**
   * Begins a step of the trace of this header; of a new trace when it is none or no valid one.
   * Close it on the same thread.
   */
  public static Step begin(Span.Kind kind, String name, @Nullable String traceparent) {
    return new Step(kind, name, TraceContext.parse(traceparent));
  }

  /** Begins a step of the trace that this thread is in; of a new one when it is in none. */
  public static Step begin(Span.Kind kind, String name) {
    return new Step(kind, name, CURRENT.get());
  }

  /** Runs the work as a step of the trace of this header; of a new one when it is none. */
  public static void within(
      Span.Kind kind, String name, @Nullable String traceparent, Runnable work) {
    try (Step step = begin(kind, name, traceparent)) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        step.failed(e);
        throw e;
      }
    }
  }

  /** The header for something sent now: of the step under way, or the first of a new trace. */
  public static String header() {
    TraceContext current = CURRENT.get();
    return (current == null ? TraceContext.fresh() : current).header();
  }

  /** The identifier by which the lines of this trace are found in the logs; null outside of one. */
  public static @Nullable String id() {
    TraceContext current = CURRENT.get();
    return current == null ? null : current.traceId();
  }

  /** The same work, for another thread, in the trace that this thread is in now. */
  public static <T> Callable<T> carried(Callable<T> work) {
    TraceContext here = CURRENT.get();
    return () -> {
      TraceContext before = enter(here);
      try {
        return work.call();
      } finally {
        enter(before);
      }
    };
  }

  /** As {@link #carried}, for work that throws nothing checked. */
  public static <T> Supplier<T> carriedAnswer(Supplier<T> work) {
    TraceContext here = CURRENT.get();
    return () -> {
      TraceContext before = enter(here);
      try {
        return work.get();
      } finally {
        enter(before);
      }
    };
  }

  /** Who gets every finished step from now on; null for nobody. */
  static void recordTo(@Nullable Consumer<Span> recorder) {
    RECORDER.set(recorder);
  }

  private static @Nullable TraceContext enter(@Nullable TraceContext next) {
    TraceContext before = CURRENT.get();
    if (next == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(next);
    }
    LoggedTrace.put(next);
    return before;
  }

  /** One step of a trace, from its beginning to its close. */
  public static final class Step implements AutoCloseable {
    private final Span.Kind kind;
    private final @Nullable TraceContext parent;
    private final TraceContext own;
    private final @Nullable TraceContext before;
    private final Instant began;
    private final long beganNanos = System.nanoTime();
    private String name;
    private @Nullable String failure;

    private Step(Span.Kind kind, String name, @Nullable TraceContext parent) {
      this.kind = kind;
      this.name = name;
      this.parent = parent;
      this.own = parent == null ? TraceContext.fresh() : parent.child();
      this.began = RECORDER.get() == null ? Instant.EPOCH : Instant.now();
      this.before = enter(own);
    }

    /** What this step sends is told by this header to belong to it. */
    public String header() {
      return own.header();
    }

    /** A better name, known only when the work was done, for example the pattern of a path. */
    public void named(String better) {
      name = better;
    }

    public void failed(Throwable why) {
      failed(why.toString());
    }

    public void failed(String why) {
      failure = why;
    }

    @Override
    public void close() {
      enter(before);
      Consumer<Span> recorder = RECORDER.get();
      if (recorder != null && own.sampled() && !began.equals(Instant.EPOCH)) {
        Instant ended = began.plusNanos(System.nanoTime() - beganNanos);
        String parentId = parent == null ? null : parent.spanId();
        recorder.accept(
            new Span(own.traceId(), own.spanId(), parentId, kind, name, began, ended, failure));
      }
    }
  }
}
