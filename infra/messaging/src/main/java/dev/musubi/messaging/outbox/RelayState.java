package dev.musubi.messaging.outbox;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the relay of this instance is about, for health and metrics. */
final class RelayState {
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean leading;
  private volatile @Nullable String trouble;

  void leads(boolean value) {
    leading = value;
  }

  void sent(int events) {
    sent.addAndGet(events);
    trouble = null;
  }

  void troubled(String reason) {
    trouble = reason;
  }

  long sentSinceStart() {
    return sent.get();
  }

  boolean isLeading() {
    return leading;
  }

  /** Why nothing could be sent last, or null. */
  @Nullable String trouble() {
    return trouble;
  }
}
