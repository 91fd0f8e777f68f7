package dev.musubi.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which copy a command is about. */
final class FolderOption {
  @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "option.data-dir")
  private @Nullable Path folder;

  /** Beside the sources unless said otherwise: the script tells where that is. */
  Path path() {
    if (folder != null) {
      return folder;
    }
    return Path.of(System.getProperty("musubi.home", ".musubi"), "data");
  }

  /** The copy that runs on it. */
  Run running() {
    var data = DataFolder.existing(path());
    if (!data.isInUse()) {
      throw Texts.failure("failure.not-running", data.path());
    }
    return data.runFile()
        .read()
        .orElseThrow(() -> Texts.failure("failure.not-running", data.path()));
  }
}
