package dev.musubi.engines.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A process's log: one file and its predecessor. */
final class LogFile {
  private static final long LIMIT = 16L << 20;
  private static final int TAIL = 16 << 10;

  private LogFile() {}

  /** Sets a long log aside, so that a folder that is started daily does not grow without end. */
  static void open(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    if (Files.exists(log) && Files.size(log) > LIMIT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines, without the lines of stack traces. */
  static List<String> tail(Path log, int lines) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var from = Math.max(0, file.length() - TAIL);
      file.seek(from);
      var bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      var told =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.contains("\tat "))
              .toList();
      return told.subList(Math.max(0, told.size() - lines), told.size());
    } catch (IOException none) {
      return List.of();
    }
  }
}
