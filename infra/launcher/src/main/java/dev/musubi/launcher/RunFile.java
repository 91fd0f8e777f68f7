package dev.musubi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a copy writes how it stands, for the commands of other shells. */
record RunFile(Path path) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  void write(Run run) {
    try {
      var draft = path.resolveSibling(path.getFileName() + ".new");
      Files.writeString(draft, JSON.writeValueAsString(run));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<Run> read() {
    try {
      return Optional.of(JSON.readValue(Files.readString(path), Run.class));
    } catch (IOException | JacksonException none) {
      return Optional.empty();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
