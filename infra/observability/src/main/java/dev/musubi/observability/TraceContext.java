package dev.musubi.observability;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in which trace something happens.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param sampled whether whoever began the trace wants its steps to be kept
 */
record TraceContext(String traceId, String spanId, boolean sampled) {
  private static final Pattern HEADER =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_ID = 3;
  private static final int SPAN_ID = 36;
  private static final int FLAGS = 53;

  /** Of a header, or null when it is none that we know. */
  static @Nullable TraceContext parse(@Nullable String header) {
    if (header == null || !HEADER.matcher(header).matches()) {
      return null;
    }
    int flags = Integer.parseInt(header.substring(FLAGS), 16);
    return new TraceContext(
        header.substring(TRACE_ID, SPAN_ID - 1),
        header.substring(SPAN_ID, FLAGS - 1),
        (flags & 1) == 1);
  }

  static TraceContext fresh() {
    return new TraceContext(hex() + hex(), hex(), true);
  }

  TraceContext child() {
    return new TraceContext(traceId, hex(), sampled);
  }

  String header() {
    return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
  }

  /** Identifiers are no secrets; they only must not meet by chance, nor be all zeros. */
  private static String hex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
  }
}
