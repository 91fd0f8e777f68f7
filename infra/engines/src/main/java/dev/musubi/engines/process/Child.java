package dev.musubi.engines.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process under supervision: started again, after growing pauses, whenever it dies; ended by
 * {@link #close()} or by the death of this JVM, however that comes about (see RATIONALE.md).
 */
public final class Child implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration GOOD_RUN = Duration.ofMinutes(1);
  private static final long POLL_STARTING = 100;
  private static final long POLL_READY = 2000;
  private static final int DEATHS_BEFORE_GIVING_UP = 3;

  private final ChildSpec spec;
  private final Thread supervisor;
  private final Object lock = new Object();
  private @Nullable Process process;
  private volatile ChildStatus status;
  private volatile boolean stopping;

  private Child(ChildSpec spec) {
    this.spec = spec;
    this.status =
        new ChildStatus(spec.name(), ChildState.STARTING, null, Instant.now(), 0, "preparing");
    this.supervisor =
        Thread.ofPlatform().daemon().name("supervise-" + spec.name()).unstarted(this::supervise);
  }

  /** Starts without waiting; see {@link #awaitReady}. */
  public static Child start(ChildSpec spec) {
    var child = new Child(spec);
    child.supervisor.start();
    return child;
  }

  /** As things stand. */
  public ChildStatus status() {
    return status;
  }

  /** What was asked for. */
  public ChildSpec spec() {
    return spec;
  }

  /**
   * @throws ChildFailure when it is not ready in time, or has died several times
   */
  public void awaitReady(Duration limit) {
    var end = Instant.now().plus(limit);
    while (status().state() != ChildState.READY) {
      if (stopping || hasFailed() || Instant.now().isAfter(end)) {
        throw failure();
      }
      pause(Duration.ofMillis(20));
    }
  }

  /** Whether it has died so often that waiting for it is vain, though it is still tried. */
  public boolean hasFailed() {
    var now = status();
    return now.deaths() >= DEATHS_BEFORE_GIVING_UP && now.state() != ChildState.READY;
  }

  /** What to tell people about a process that is not ready. */
  public ChildFailure failure() {
    var now = status();
    var lines = LogFile.tail(spec.log(), 3);
    return new ChildFailure(
        "%s: %s; see %s%s"
            .formatted(
                spec.name(),
                now.reason() == null ? now.state() : now.reason(),
                spec.log(),
                lines.isEmpty() ? "" : " (" + String.join(" / ", lines) + ")"));
  }

  private void supervise() {
    var pause = FIRST_PAUSE;
    while (!stopping) {
      var begun = Instant.now();
      runOnce();
      if (!stopping) {
        pause = begun.plus(GOOD_RUN).isBefore(Instant.now()) ? FIRST_PAUSE : pause;
        pause(pause);
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      }
    }
    status =
        new ChildStatus(
            spec.name(), ChildState.STOPPED, null, Instant.now(), status().deaths(), "stopped");
  }

  private void runOnce() {
    var outcome = "";
    try {
      var running = launch();
      if (running == null) {
        return;
      }
      watch(running);
      // Interrupted in its wait, the supervisor may be ahead of the process.
      outcome = running.isAlive() ? "stopped" : "ended with code " + running.exitValue();
    } catch (IOException failure) {
      outcome = String.valueOf(failure.getMessage());
    } finally {
      release();
    }
    if (!stopping) {
      var deaths = status().deaths() + 1;
      status =
          new ChildStatus(spec.name(), ChildState.RESTARTING, null, Instant.now(), deaths, outcome);
    }
  }

  private @Nullable Process launch() throws IOException {
    var command = OwnSession.of(spec.launch().prepare());
    LogFile.open(spec.log());
    var builder =
        new ProcessBuilder(command)
            .directory(spec.workingDirectory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(spec.log().toFile()));
    JavaCommand.forgetOptions(builder.environment());
    builder.environment().putAll(spec.environment());
    synchronized (lock) {
      if (stopping) {
        return null;
      }
      var started = builder.start();
      process = started;
      status =
          new ChildStatus(
              spec.name(),
              ChildState.STARTING,
              started.pid(),
              Instant.now(),
              status().deaths(),
              "starting");
      return started;
    }
  }

  private void watch(Process running) {
    try {
      while (!running.waitFor(
          status().state() == ChildState.READY ? POLL_READY : POLL_STARTING,
          TimeUnit.MILLISECONDS)) {
        if (!stopping) {
          examine();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void examine() {
    var before = status();
    try {
      spec.health().check();
      if (before.state() != ChildState.READY) {
        spec.onReady().check();
        status = before.with(ChildState.READY, null);
      }
    } catch (IOException failure) {
      var next = before.state() == ChildState.STARTING ? ChildState.STARTING : ChildState.UNHEALTHY;
      status = before.with(next, failure.getMessage());
    }
  }

  /** Lets go of the leash: should only the outermost process have died, the rest follows it. */
  private void release() {
    synchronized (lock) {
      var last = process;
      process = null;
      if (last != null) {
        close(last);
      }
    }
  }

  private static void close(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // Then there is nothing left to hold.
    }
  }

  /** Asks the process to end, and kills it when it does not within its grace. */
  @Override
  public void close() {
    stopping = true;
    Process running;
    synchronized (lock) {
      running = process;
    }
    if (running != null) {
      end(running);
    }
    supervisor.interrupt();
    try {
      supervisor.join(Duration.ofSeconds(5));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Process running) {
    var tree = running.descendants().toList();
    close(running);
    try {
      if (running.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    running.destroyForcibly();
    tree.forEach(ProcessHandle::destroyForcibly);
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
