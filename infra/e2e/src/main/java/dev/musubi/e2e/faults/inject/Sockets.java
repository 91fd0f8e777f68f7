package dev.musubi.e2e.faults.inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The TCP sockets of a process, as Linux shows them below {@code /proc}. */
record Sockets(ProcessHandle process) {
  private static final int LOCAL = 1;
  private static final int INODE = 9;

  /** Whether one of its connections begins at this local port. */
  boolean begins(int port) {
    var own = own();
    return Stream.of("tcp", "tcp6").flatMap(this::lines).anyMatch(line -> is(line, port, own));
  }

  private static boolean is(String line, int port, Set<String> own) {
    var columns = line.strip().split("\\s+");
    return columns.length > INODE
        && columns[LOCAL].endsWith(":%04X".formatted(port))
        && own.contains("socket:[" + columns[INODE] + "]");
  }

  private Stream<String> lines(String table) {
    try {
      return Files.readAllLines(folder().resolve("net").resolve(table)).stream();
    } catch (IOException gone) {
      return Stream.of();
    }
  }

  private Set<String> own() {
    var own = new HashSet<String>();
    try (var files = Files.newDirectoryStream(folder().resolve("fd"))) {
      for (var file : files) {
        own.add(target(file));
      }
    } catch (IOException gone) {
      return own;
    }
    return own;
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private Path folder() {
    return Path.of("/proc", Long.toString(process.pid()));
  }
}
