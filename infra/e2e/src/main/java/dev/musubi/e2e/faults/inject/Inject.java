package dev.musubi.e2e.faults.inject;

import dev.musubi.testkit.ProductEngines;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Does faults to a copy. What lasts goes on beside the next ones. */
public final class Inject {
  private static final Duration GONE = Duration.ofSeconds(15);

  /** With more at a time nothing would be acknowledged any more. */
  private static final int LASTING = 2;

  private final ProductEngines engines;
  private final Processes processes;
  private final Poison poison;
  private final @Nullable Disk disk;
  private final @Nullable FakeClock clock;
  private final BiPredicate<Kind, Random> operator;
  private final Stops stops = new Stops();
  private final Semaphore lasting = new Semaphore(LASTING);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);
  private volatile boolean healing;

  /**
   * @param disk null when none can be filled here
   * @param clock null when it cannot be moved here
   * @param operator asks for a rebuild or for digests; whether that was taken
   */
  public Inject(
      ProductEngines engines,
      @Nullable Disk disk,
      @Nullable FakeClock clock,
      BiPredicate<Kind, Random> operator) {
    this.engines = engines;
    this.processes = new Processes(engines::processes);
    this.poison = new Poison(engines::kafka);
    this.disk = disk;
    this.clock = clock;
    this.operator = operator;
  }

  /** Those that can be done here. */
  public Set<Kind> possible() {
    var all = EnumSet.allOf(Kind.class);
    if (disk == null) {
      all.remove(Kind.DISK_FULL);
    }
    if (clock == null) {
      all.remove(Kind.CLOCK_JUMP);
    }
    if (instances().stream().noneMatch(it -> it.contains("-"))) {
      // Nobody would take over.
      all.remove(Kind.PAUSE_LEADER);
    }
    return all;
  }

  /** Names of all processes of services. */
  public List<String> instances() {
    return processes.services();
  }

  public Poison poison() {
    return poison;
  }

  /** How long services took that were asked to end. */
  public Stops stops() {
    return stops;
  }

  /** How many of each kind have hit something. */
  public synchronized Map<Kind, Integer> done() {
    return new EnumMap<>(done);
  }

  private synchronized void count(Kind kind) {
    done.merge(kind, 1, Integer::sum);
  }

  /** Whether it hit something; what is away already cannot die. */
  public boolean inject(Fault fault) {
    var hit =
        switch (fault.kind()) {
          case KILL_TWO -> killAll(fault.victims());
          case TERM -> end(fault.victims().getFirst());
          case PAUSE_SERVICE, PAUSE_ENGINE -> pause(fault);
          case PAUSE_LEADER -> pauseLeader(fault);
          case AWAY -> away(fault);
          case CUT_RELAY ->
              cut(fault.victims().getFirst(), " AND application_name = 'musubi relay'");
          case CUT_DATABASE -> cut(fault.victims().getFirst(), "");
          case POISON -> poison.spread(new Random(fault.number())) > 0;
          case REINDEX, DIGESTS -> operator.test(fault.kind(), new Random(fault.number()));
          case DISK_FULL -> fill(fault);
          case CLOCK_JUMP -> jump(fault);
          default -> killAll(fault.victims());
        };
    if (hit) {
      count(fault.kind());
    }
    return hit;
  }

  private boolean killAll(List<String> names) {
    var found = names.stream().map(name -> processes.await(name, GONE)).toList();
    var hit = false;
    for (var one : found) {
      hit |= one.map(ProcessHandle::destroyForcibly).orElse(false);
    }
    return hit;
  }

  private boolean end(String name) {
    var found = processes.await(name, GONE);
    found.ifPresent(stops::watch);
    found.ifPresent(it -> Processes.signal("TERM", Processes.family(it)));
    return found.isPresent();
  }

  private boolean pause(Fault fault) {
    var found = processes.await(fault.victims().getFirst(), GONE);
    found.ifPresent(it -> pause(it, fault.lasts()));
    return found.isPresent();
  }

  /**
   * Wakes all whom it has frozen, also when the first of them was killed meanwhile: its children
   * are nobody's descendants then, and would hold what it held for ever.
   */
  private void pause(ProcessHandle process, Duration time) {
    beside(
        () -> {
          var frozen = Processes.family(process);
          Processes.signal("STOP", frozen);
          try {
            rest(time);
          } finally {
            Processes.signal("CONT", frozen);
          }
        });
  }

  private boolean pauseLeader(Fault fault) {
    var service = fault.victims().getFirst();
    var leader = leader(service);
    leader.ifPresent(it -> pause(it, fault.lasts()));
    return leader.isPresent();
  }

  /** The process whose connection holds the lock of the service's relay. */
  private Optional<ProcessHandle> leader(String service) {
    var query =
        "SELECT a.client_port FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid"
            + " WHERE l.locktype = 'advisory' AND l.granted AND a.usename = '"
            + service
            + "' AND a.application_name = 'musubi relay'";
    try (var connection = engines.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? processes.connectedFrom(service, row.getInt(1)) : Optional.empty();
    } catch (SQLException away) {
      return Optional.empty();
    }
  }

  private boolean away(Fault fault) {
    var name = fault.victims().getFirst();
    beside(
        () -> {
          var end = Instant.now().plus(fault.lasts());
          while (Instant.now().isBefore(end) && !healing) {
            processes.server(name).ifPresent(ProcessHandle::destroyForcibly);
            Processes.pause(Duration.ofMillis(200));
          }
        });
    return true;
  }

  private boolean cut(String service, String which) {
    var query =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '"
            + service
            + "'"
            + which;
    try (var connection = engines.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() && row.getInt(1) > 0;
    } catch (SQLException away) {
      return false;
    }
  }

  private boolean fill(Fault fault) {
    var full = disk;
    if (full == null) {
      return false;
    }
    beside(
        () -> {
          full.fill();
          try {
            rest(fault.lasts());
          } finally {
            full.free();
          }
        });
    return true;
  }

  private boolean jump(Fault fault) {
    var moved = clock;
    if (moved == null) {
      return false;
    }
    var far = new Random(fault.number()).nextInt(10, 90);
    beside(
        () -> {
          moved.jump(Duration.ofSeconds(fault.number() % 2 == 0 ? far : -far));
          try {
            rest(fault.lasts());
          } finally {
            moved.jump(Duration.ZERO);
          }
        });
    return true;
  }

  private void beside(Runnable work) {
    lasting.acquireUninterruptibly();
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    work.run();
                  } finally {
                    lasting.release();
                  }
                }));
  }

  /** Not longer than until all is healed. */
  private void rest(Duration time) {
    var end = Instant.now().plus(time);
    while (Instant.now().isBefore(end) && !healing) {
      Processes.pause(Duration.ofMillis(100));
    }
  }

  /** Ends what lasts, and waits until every process is ready; false when that takes too long. */
  public boolean heal(Duration patience) {
    healing = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
    healing = false;
    var end = Instant.now().plus(patience);
    while (!isReady()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Processes.pause(Duration.ofMillis(500));
    }
    return true;
  }

  private boolean isReady() {
    return engines
        .processes()
        .valueStream()
        .allMatch(part -> part.path("state").asString().equals("READY"));
  }
}
