package dev.musubi.engines.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process and all it has started occupy. */
public final class Memory {
  private Memory() {}

  /**
   * Bytes in memory. Pages that several processes share are counted in part for each (PSS), so the
   * sum over processes is right; absent where the system does not tell.
   */
  public static OptionalLong of(long pid) {
    var root = ProcessHandle.of(pid);
    if (root.isEmpty()) {
      return OptionalLong.empty();
    }
    var sizes =
        Stream.concat(root.stream(), root.get().descendants())
            .mapToLong(process -> proportional(process.pid()))
            .toArray();
    long sum = 0;
    for (var size : sizes) {
      sum += size;
    }
    return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  private static long proportional(long pid) {
    var rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (var lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException notTold) {
      return 0;
    }
  }
}
