package dev.musubi.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The top of the repository, in whatever module a test runs. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /** Its path. */
  public static Path top() {
    for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.isExecutable(path.resolve("musubi"))) {
        return path;
      }
    }
    throw new IllegalStateException("The command musubi is not above the working directory.");
  }
}
