package dev.musubi.launcher;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running copy as it describes itself to other commands.
 *
 * @param pid of the process that supervises all others
 * @param port the first of its ports
 * @param ready whether everything has been ready and loaded once
 * @param failure why it ends, if it could not start
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Run(
    long pid, int port, boolean demo, boolean ready, @Nullable String failure, List<Part> parts) {

  /** One of its processes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Part(
      String name,
      String state,
      @Nullable Long pid,
      @Nullable Instant begun,
      int port,
      int deaths,
      @Nullable String reason) {

    /** The process, if it is still the same one and not another of its number. */
    Optional<ProcessHandle> process() {
      return pid == null
          ? Optional.empty()
          : ProcessHandle.of(pid)
              .filter(handle -> handle.info().startInstant().equals(Optional.ofNullable(begun)));
    }
  }
}
