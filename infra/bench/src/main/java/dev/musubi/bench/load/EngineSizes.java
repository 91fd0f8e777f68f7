package dev.musubi.bench.load;

import dev.musubi.search.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Elasticsearch takes of disk and memory. */
record EngineSizes(SearchEngine engine) {
  private static final long MEGABYTE = 1 << 20;

  /** On disk, of one index. */
  long megabytes(String index) {
    var stats = engine.get("/load-" + index + "/_stats/store");
    return stats.at("/_all/primaries/store/size_in_bytes").asLong() / MEGABYTE;
  }

  /** Heap in use. */
  long heapMegabytes() {
    var used = 0L;
    for (var node : engine.get("/_nodes/stats/jvm").path("nodes")) {
      used += node.at("/jvm/mem/heap_used_in_bytes").asLong();
    }
    return used / MEGABYTE;
  }

  /** Resident memory of a process in megabytes, or 0 where the system does not tell. */
  static long resident(long process) {
    try {
      for (var line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException notLinux) {
      // Then there is no figure.
    }
    return 0;
  }
}
