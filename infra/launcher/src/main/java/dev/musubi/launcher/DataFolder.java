package dev.musubi.launcher;

import dev.musubi.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Everything a copy keeps. {@code format} carries the version of the layout; a lock on {@code lock}
 * is held by the copy that runs, and freed by the system when that ends, however it ends.
 */
record DataFolder(Path path) {
  private static final String FORMAT = "1";
  private static final long NEEDED_MEGABYTES = 1024;

  /** Creates the folder, or checks that it is one of ours and of this version. */
  static DataFolder prepare(Path path) {
    var folder = new DataFolder(path.toAbsolutePath().normalize());
    try {
      folder.create();
      folder.checkFormat();
      folder.checkEngines();
      var free = Files.getFileStore(folder.path).getUsableSpace() >> 20;
      if (free < NEEDED_MEGABYTES) {
        throw Texts.failure("failure.disk", free, folder.path, NEEDED_MEGABYTES);
      }
      return folder;
    } catch (IOException failure) {
      throw Texts.failure("failure.folder", folder.path, reason(failure));
    }
  }

  /** Java's own words for these name a file and no reason. */
  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> Texts.of("reason.denied");
      case NoSuchFileException _ -> Texts.of("reason.missing");
      case FileAlreadyExistsException _ -> Texts.of("reason.no-folder");
      case NotDirectoryException _ -> Texts.of("reason.no-folder");
      case FileSystemException it when it.getReason() != null -> it.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  /** One that must be there already. */
  static DataFolder existing(Path path) {
    var folder = new DataFolder(path.toAbsolutePath().normalize());
    if (!Files.exists(folder.path.resolve("format"))) {
      throw Texts.failure("failure.nothing", folder.path);
    }
    return folder;
  }

  private void create() throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void checkFormat() throws IOException {
    var file = path.resolve("format");
    if (!Files.exists(file)) {
      try (var content = Files.list(path)) {
        if (content.findAny().isPresent()) {
          throw Texts.failure("failure.foreign", path);
        }
      }
      Files.writeString(file, FORMAT + "\n");
    }
    var found = Files.readString(file).strip();
    if (!found.equals(FORMAT)) {
      throw Texts.failure("failure.format", path, found, FORMAT);
    }
  }

  /** A folder of years ago: its engines have moved on, and do not read what they once wrote. */
  private void checkEngines() throws IOException {
    var unreadable = Engines.unreadable(engines());
    if (unreadable.isPresent()) {
      var data = unreadable.get();
      throw Texts.failure("failure.engine", path, data.engine(), data.found(), data.needed());
    }
  }

  Path engines() {
    return path.resolve("engines");
  }

  Path logs() {
    return path.resolve("log");
  }

  Secrets secrets() {
    return Secrets.in(path);
  }

  RunFile runFile() {
    return new RunFile(path.resolve("run.json"));
  }

  /** Held until this process ends; absent when another copy holds it. */
  Optional<FileLock> lock() {
    try {
      var channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = Optional.ofNullable(channel.tryLock());
      if (lock.isEmpty()) {
        channel.close();
      }
      return lock;
    } catch (IOException failure) {
      throw Texts.failure("failure.folder", path, reason(failure));
    }
  }

  boolean isInUse() {
    var lock = lock();
    if (lock.isEmpty()) {
      return true;
    }
    try {
      lock.get().acquiredBy().close();
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
