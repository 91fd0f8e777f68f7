package dev.musubi.observability;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts the trace into every line that this thread logs, under the names of ECS. */
final class LoggedTrace {
  static final String TRACE_ID = "trace.id";
  static final String SPAN_ID = "span.id";

  private LoggedTrace() {}

  static void put(@Nullable TraceContext context) {
    if (context == null) {
      MDC.remove(TRACE_ID);
      MDC.remove(SPAN_ID);
    } else {
      MDC.put(TRACE_ID, context.traceId());
      MDC.put(SPAN_ID, context.spanId());
    }
  }
}
