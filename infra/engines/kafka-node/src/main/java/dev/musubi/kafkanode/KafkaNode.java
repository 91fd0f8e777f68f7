package dev.musubi.kafkanode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool$;
import org.apache.kafka.common.Uuid;

/**
 * Formats the log folder on the first start, then runs broker and controller.
 *
 * <p>Both in one process: a JVM of its own for the formatting would cost a second of every first
 * start.
 */
public final class KafkaNode {
  private KafkaNode() {}

  /** Takes the path of {@code server.properties}. */
  public static void main(String[] args) throws IOException {
    var properties = Path.of(args[0]);
    var logs = Path.of(read(properties).getProperty("log.dirs"));
    var formatted = logs.resolveSibling(logs.getFileName() + ".formatted");
    if (!Files.exists(formatted)) {
      // Without the mark the folder is either new or was left half formatted: nothing was ever
      // acknowledged from it.
      delete(logs);
      format(properties);
      Files.createFile(formatted);
    }
    Kafka.main(args);
  }

  private static void format(Path properties) {
    var result =
        StorageTool$.MODULE$.execute(
            new String[] {
              "format",
              "--cluster-id",
              Uuid.randomUuid().toString(),
              "--config",
              properties.toString()
            },
            System.out);
    if (result != 0) {
      throw new IllegalStateException("Kafka's log folder could not be formatted.");
    }
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return properties;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
