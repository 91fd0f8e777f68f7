package dev.musubi.testkit;

import dev.musubi.engines.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder named by the process that owns it; those of processes that are gone are swept away. */
final class TestFolder {
  private static final String PREFIX = "musubi-test-";

  private TestFolder() {}

  static Path create() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      sweep(temporary);
      return Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Beside the test reports, where they are still there when a test has failed. */
  static Path logs() {
    return Path.of("target", "engine-logs");
  }

  private static void sweep(Path temporary) throws IOException {
    try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (var folder : folders) {
        var owner = folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        if (owner.matches("[0-9]{1,9}") && ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
          remove(folder);
        }
      }
    }
  }

  private static void remove(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException another) {
      // Another run sweeps at the same moment.
    }
  }
}
