package dev.musubi.launcher;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What each process may take at most, in megabytes: heap, classes, compiled code, direct buffers
 * and stacks of a JVM, as its command line bounds them. PostgreSQL has no such bound; it shares 96
 * MB and takes a few more for each connection.
 */
final class MemoryLimits {
  /** Metaspace 160, code 48, direct buffers 48, stacks and the JVM itself 48. */
  private static final int BESIDE_HEAP = 304;

  /**
   * Of ONNX Runtime, outside of every bound of the JVM: it keeps what its largest runs took. 850
   * were seen while texts were embedded in bulk.
   */
  private static final int EMBEDDING = 1_000;

  private MemoryLimits() {}

  static OptionalInt of(String process) {
    return switch (process) {
      case "elasticsearch" -> OptionalInt.of(Copy.elasticsearchHeap() * 5 / 4 + 192 + 96 + 64);
      case "kafka" -> OptionalInt.of(Copy.KAFKA_HEAP + 64 + 96 + 48 + 48);
      case "mail" -> OptionalInt.of(64 + 32 + 16 + 32);
      case "redis" -> OptionalInt.of(112);
      default ->
          Arrays.stream(Service.values())
              .filter(service -> service.id().equals(process.replaceFirst("-[0-9]$", "")))
              .mapToInt(MemoryLimits::of)
              .findFirst();
    };
  }

  private static int of(Service service) {
    int all = service.heapMegabytes() + BESIDE_HEAP;
    return service == Service.MATCHING ? all + EMBEDDING : all;
  }
}
