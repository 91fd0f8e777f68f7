package dev.musubi.notifications.stream;

import dev.musubi.notifications.persistence.Alerts.Alert;
import dev.musubi.notifications.stream.AlertStreams.Viewer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page: a virtual thread that sleeps until there is something to say. */
final class AlertStream implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);
  private static final int AT_A_TIME = 100;
  private static final long RECONNECT_MILLIS = 3_000;

  private final AlertStreams streams;
  private final SseEmitter emitter;
  private final Viewer viewer;
  private final Instant until;
  private final Function<Alert, Object> view;
  private final Semaphore signals = new Semaphore(0);
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean left = new AtomicBoolean();
  private volatile long cursor;

  AlertStream(
      AlertStreams streams,
      SseEmitter emitter,
      Viewer viewer,
      long cursor,
      Instant until,
      Function<Alert, Object> view) {
    this.streams = streams;
    this.emitter = emitter;
    this.viewer = viewer;
    this.cursor = cursor;
    this.until = until;
    this.view = view;
  }

  @Override
  public void run() {
    try {
      // The page learns at once where it stands, so that it can resume before the first alert.
      emitter.send(
          SseEmitter.event()
              .name("ready")
              .id(Long.toString(cursor))
              .reconnectTime(RECONNECT_MILLIS)
              .data("{}", MediaType.APPLICATION_JSON));
      while (!ended.get()) {
        sendYounger();
        if (!rest()) {
          emitter.send(SseEmitter.event().name("expired").data("{}", MediaType.APPLICATION_JSON));
          break;
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException closed) {
      LOG.debug("The page of {} has gone", viewer.account());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.warn("The stream of {} broke; the page connects again", viewer.account(), broken);
      emitter.complete();
    } finally {
      streams.close(this);
    }
  }

  private void sendYounger() throws IOException {
    List<Alert> younger = streams.younger(this, AT_A_TIME);
    while (!younger.isEmpty() && !ended.get()) {
      for (Alert alert : younger) {
        emitter.send(
            SseEmitter.event()
                .name("alert")
                .id(Long.toString(alert.seq()))
                .data(view.apply(alert), MediaType.APPLICATION_JSON));
        cursor = alert.seq();
      }
      younger = streams.younger(this, AT_A_TIME);
    }
  }

  /** Sleeps until a signal or a heartbeat's time; false when the token has ended. */
  private boolean rest() throws IOException, InterruptedException {
    Duration left = Duration.between(streams.now(), until);
    if (left.isNegative() || left.isZero()) {
      return false;
    }
    Duration nap = left.compareTo(streams.heartbeat()) < 0 ? left : streams.heartbeat();
    if (signals.tryAcquire(nap.toMillis() + 1, TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    } else {
      emitter.send(SseEmitter.event().comment(""));
    }
    return true;
  }

  void signal() {
    signals.release();
  }

  /** Says goodbye; the page connects again, to another instance. */
  void finish() {
    ended.set(true);
    signals.release();
    emitter.complete();
    streams.close(this);
  }

  /** True for the first call. */
  boolean end() {
    ended.set(true);
    signals.release();
    return left.compareAndSet(false, true);
  }

  Viewer viewer() {
    return viewer;
  }

  long cursor() {
    return cursor;
  }
}
