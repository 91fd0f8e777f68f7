package dev.musubi.messaging;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace (W3C Trace Context) in which this thread works, so that an event belongs to the request
 * or the event that caused it.
 */
public final class Trace {
  private static final Pattern PARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_ID_END = 35;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private Trace() {}

  /** Runs the work as part of the trace of this header; of a new one when it is none. */
  public static void within(@Nullable String traceparent, Runnable work) {
    String before = CURRENT.get();
    enter(traceparent);
    try {
      work.run();
    } finally {
      leave(before);
    }
  }

  /** The header for something sent now: of the current trace, or the first of a new one. */
  public static String next() {
    return Optional.ofNullable(CURRENT.get())
        .map(parent -> parent.substring(0, TRACE_ID_END + 1) + hex(8) + parent.substring(52))
        .orElseGet(Trace::fresh);
  }

  static @Nullable String enter(@Nullable String traceparent) {
    String before = CURRENT.get();
    boolean valid = traceparent != null && PARENT.matcher(traceparent).matches();
    CURRENT.set(valid && traceparent != null ? traceparent : fresh());
    return before;
  }

  static void leave(@Nullable String before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  private static String fresh() {
    return "00-" + hex(16) + "-" + hex(8) + "-01";
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    // An identifier of zeros is invalid.
    random[0] |= 1;
    return HexFormat.of().formatHex(random);
  }
}
