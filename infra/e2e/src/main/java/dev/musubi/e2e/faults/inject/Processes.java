package dev.musubi.e2e.faults.inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The processes of one copy by their names. Only what the copy itself calls its own is ever
 * touched.
 *
 * @param list what runs, as the copy writes it down
 */
record Processes(Supplier<JsonNode> list) {
  /** What merely holds a server's leash. */
  private static final Set<String> SHELLS = Set.of("sh", "dash", "bash", "setsid", "unshare");

  /** Names of the processes of services; a second instance is {@code matching-2}. */
  List<String> services() {
    return list.get()
        .valueStream()
        .map(part -> part.path("name").asString())
        .filter(name -> Kind.SERVICES.contains(name.split("-", 2)[0]))
        .toList();
  }

  /** The server itself, if it runs. */
  Optional<ProcessHandle> server(String name) {
    return list.get()
        .valueStream()
        .filter(part -> part.path("name").asString().equals(name))
        .filter(part -> part.path("pid").isNumber())
        .findFirst()
        .flatMap(part -> ProcessHandle.of(part.path("pid").asLong()))
        .filter(ProcessHandle::isAlive)
        .flatMap(Processes::belowShells);
  }

  /** The instance of a service whose connection to an engine begins at this port. */
  Optional<ProcessHandle> connectedFrom(String service, int port) {
    return services().stream()
        .filter(name -> name.split("-", 2)[0].equals(service))
        .flatMap(name -> server(name).stream())
        .filter(process -> new Sockets(process).begins(port))
        .findFirst();
  }

  private static Optional<ProcessHandle> belowShells(ProcessHandle outermost) {
    var open = new ArrayDeque<>(List.of(outermost));
    while (!open.isEmpty()) {
      var next = open.removeFirst();
      var program =
          next.info().command().map(it -> Path.of(it).getFileName().toString()).orElse("sh");
      if (!SHELLS.contains(program)) {
        return Optional.of(next);
      }
      next.children().forEach(open::addLast);
    }
    return Optional.empty();
  }

  /** Waits for a process that may just be starting again. */
  Optional<ProcessHandle> await(String name, Duration patience) {
    var end = Instant.now().plus(patience);
    var found = server(name);
    while (found.isEmpty() && Instant.now().isBefore(end)) {
      pause(Duration.ofMillis(100));
      found = server(name);
    }
    return found;
  }

  /** The process and all that it has started. */
  static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  /**
   * Sends a signal to those that still live; a number that was given to another is no longer one.
   */
  static void signal(String signal, List<ProcessHandle> processes) {
    var words = new ArrayList<>(List.of("/bin/kill", "-s", signal));
    processes.stream()
        .filter(ProcessHandle::isAlive)
        .map(it -> Long.toString(it.pid()))
        .forEach(words::add);
    if (words.size() == 3) {
      return;
    }
    try {
      // One that has ended meanwhile needs no signal.
      new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
