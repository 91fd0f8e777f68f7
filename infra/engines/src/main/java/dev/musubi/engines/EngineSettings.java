package dev.musubi.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One set of engines.
 *
 * @param data the folder that keeps each engine's data in a folder of its own
 * @param logs the folder of the log files
 * @param databasePasswords of each service's role; a schema of the same name belongs to it
 * @param superuserPassword of PostgreSQL's superuser {@code postgres}
 * @param redisPassword required from every client
 * @param durability see there
 * @param elasticsearchHeapMegabytes heap of Elasticsearch
 * @param kafkaHeapMegabytes heap of Kafka
 * @param classCaches folder in which the engines that run in a JVM keep their loaded classes for
 *     the next start, or null to load them anew each time
 */
public record EngineSettings(
    Path data,
    Path logs,
    EnginePorts ports,
    Map<String, String> databasePasswords,
    String superuserPassword,
    String redisPassword,
    Durability durability,
    int elasticsearchHeapMegabytes,
    int kafkaHeapMegabytes,
    @Nullable Path classCaches) {

  /** Without class caches, for engines that are started once. */
  public EngineSettings(
      Path data,
      Path logs,
      EnginePorts ports,
      Map<String, String> databasePasswords,
      String superuserPassword,
      String redisPassword,
      Durability durability,
      int elasticsearchHeapMegabytes,
      int kafkaHeapMegabytes) {
    this(
        data,
        logs,
        ports,
        databasePasswords,
        superuserPassword,
        redisPassword,
        durability,
        elasticsearchHeapMegabytes,
        kafkaHeapMegabytes,
        null);
  }

  /** What an acknowledgement stands for. */
  public enum Durability {
    /** The data is on the disk: it survives a loss of power. */
    POWER_LOSS,
    /** The data is with the operating system: it survives the death of any process. For tests. */
    PROCESS_DEATH
  }

  /** Makes the paths absolute, for the engines run in folders of their own. */
  public EngineSettings {
    data = data.toAbsolutePath();
    logs = logs.toAbsolutePath();
    databasePasswords = Map.copyOf(databasePasswords);
  }

  /**
   * The JVM writes the archive at its orderly end when there is none that fits, and passes over one
   * that does not: nothing can be stale.
   */
  List<String> classCache(String engine) {
    return classCaches == null
        ? List.of()
        : List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + classCaches.resolve(engine + ".jsa"),
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-Xlog:aot=off");
  }

  boolean flushes() {
    return durability == Durability.POWER_LOSS;
  }

  /** Never the passwords. */
  @Override
  public String toString() {
    return "EngineSettings[data=" + data + ", ports=" + ports + ", durability=" + durability + "]";
  }
}
