package dev.musubi.e2e.faults.inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clock of the copy's own by libfaketime: every process reads its time through a library that
 * adds what stands in a file. Durations are measured by the monotonic clock, which does not jump.
 */
public final class FakeClock {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));

  private final Path library;
  private final Path file;

  private FakeClock(Path library, Path file) {
    this.library = library;
    this.file = file;
  }

  /** If the library is installed (Debian: libfaketime). */
  public static Optional<FakeClock> with(Path file) {
    return LIBRARIES.stream()
        .filter(Files::exists)
        .findFirst()
        .map(library -> new FakeClock(library, file));
  }

  /** For the process that starts all others. */
  public Map<String, String> environment() {
    jump(Duration.ZERO);
    var all = new LinkedHashMap<String, String>();
    all.put("LD_PRELOAD", library.toString());
    all.put("FAKETIME_TIMESTAMP_FILE", file.toAbsolutePath().toString());
    all.put("FAKETIME_CACHE_DURATION", "1");
    all.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // With the fix, waits of a JVM for so many milliseconds return at once.
    all.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return all;
  }

  /** To so much before or after the true time. */
  void jump(Duration offset) {
    try {
      var draft = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(draft, "%+d\n".formatted(offset.toSeconds()));
      Files.move(
          draft,
          file,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
