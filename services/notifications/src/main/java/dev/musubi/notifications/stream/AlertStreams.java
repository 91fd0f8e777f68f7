package dev.musubi.notifications.stream;

import dev.musubi.http.TooManyRequests;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.persistence.Alerts;
import dev.musubi.notifications.persistence.Alerts.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this instance. A signal never carries an alert, it only says that there may be
 * one: each stream reads from the database what is younger than what it sent last. So nothing is
 * lost between reading and listening, whichever instance wrote it, and with Redis away a page is
 * only later.
 */
@Component
public class AlertStreams implements SmartLifecycle {
  private static final Duration FULL = Duration.ofSeconds(30);

  private final Alerts alerts;
  private final NotificationsSettings.Stream settings;
  private final InstantSource clock;
  private final Map<UUID, Set<AlertStream>> byOrganisation = new ConcurrentHashMap<>();
  private final Map<String, Integer> byAccount = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean running;

  AlertStreams(Alerts alerts, NotificationsSettings settings, InstantSource clock) {
    this.alerts = alerts;
    this.settings = settings.stream();
    this.clock = clock;
  }

  /**
   * Opens a stream.
   *
   * @param after number of the last alert that the page knows; null for those from now on
   * @param until when the access token ends, and the stream with it
   * @param view what the page gets of an alert
   * @throws TooManyRequests when the account or this instance holds too many already
   */
  public SseEmitter open(
      Viewer viewer, @Nullable Long after, Instant until, Function<Alert, Object> view) {
    long cursor = after == null ? alerts.latest(viewer.organisation()) : after;
    admit(viewer.account());
    SseEmitter emitter = new SseEmitter(0L);
    AlertStream stream = new AlertStream(this, emitter, viewer, cursor, until, view);
    byOrganisation.compute(
        viewer.organisation(),
        (organisation, streams) -> {
          Set<AlertStream> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
          all.add(stream);
          return all;
        });
    emitter.onCompletion(() -> close(stream));
    emitter.onError(failed -> close(stream));
    Thread.ofVirtual().name("alerts-" + viewer.account()).start(stream);
    return emitter;
  }

  private void admit(String account) {
    if (!running || open.incrementAndGet() > settings.most()) {
      open.decrementAndGet();
      throw new TooManyRequests(FULL);
    }
    int mine = byAccount.merge(account, 1, Integer::sum);
    if (mine > settings.perAccount()) {
      leave(account);
      throw new TooManyRequests(FULL);
    }
  }

  private void leave(String account) {
    open.decrementAndGet();
    byAccount.computeIfPresent(account, (name, count) -> count > 1 ? count - 1 : null);
  }

  /** Ends a stream; the second call of the same does nothing. */
  void close(AlertStream stream) {
    if (stream.end()) {
      leave(stream.viewer().account());
      byOrganisation.computeIfPresent(
          stream.viewer().organisation(),
          (organisation, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
          });
    }
  }

  /** There may be a new alert for this organisation. */
  public void signal(UUID organisation) {
    byOrganisation.getOrDefault(organisation, Set.of()).forEach(AlertStream::signal);
  }

  /** Wakes the streams that have missed a signal. */
  public void poll() {
    if (byOrganisation.isEmpty()) {
      return;
    }
    alerts
        .latest(byOrganisation.keySet())
        .forEach(
            (organisation, latest) ->
                byOrganisation.getOrDefault(organisation, Set.of()).stream()
                    .filter(stream -> stream.cursor() < latest)
                    .forEach(AlertStream::signal));
  }

  /** How many streams are open. */
  public int size() {
    return open.get();
  }

  List<Alert> younger(AlertStream stream, int limit) {
    Viewer viewer = stream.viewer();
    return alerts.after(viewer.organisation(), viewer.account(), stream.cursor(), limit);
  }

  Duration heartbeat() {
    return settings.heartbeat();
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Open streams would hold the graceful stop up until its end. */
  @Override
  public void stop() {
    running = false;
    byOrganisation.values().forEach(streams -> streams.forEach(AlertStream::finish));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the web server has started to refuse requests means too late. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  /** Whose page it is. */
  public record Viewer(UUID organisation, String account) {}
}
