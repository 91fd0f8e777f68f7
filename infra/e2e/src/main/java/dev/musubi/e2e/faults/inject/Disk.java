package dev.musubi.e2e.faults.inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A small file system in memory for the folder of the engines, which can be filled to its last
 * block. Only root can mount one.
 */
public final class Disk implements AutoCloseable {
  /** Elasticsearch wants 600 MB left. */
  private static final String SIZE = "3g";

  private static final int BLOCK = 1 << 20;
  private final Path folder;
  private final Path ballast;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Disk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  /**
   * Mounts it at a folder, which is created.
   *
   * @throws IOException when that is not allowed here
   */
  public static Disk mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "musubi-faults", folder.toString()));
    var disk = new Disk(folder);
    // A run that is interrupted leaves no file system behind.
    Runtime.getRuntime().addShutdownHook(new Thread(disk::close, "unmount"));
    return disk;
  }

  /** Takes all that is left. */
  void fill() {
    try (var channel =
        FileChannel.open(
            ballast,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      var block = ByteBuffer.allocateDirect(BLOCK);
      for (int size = BLOCK; size >= 4096; size /= 2) {
        fill(channel, block.limit(size));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void fill(FileChannel channel, ByteBuffer block) {
    try {
      while (channel.write(block.rewind()) > 0) {
        // On, until there is no space for another.
      }
    } catch (IOException full) {
      // That is what was wanted.
    }
  }

  void free() {
    try {
      Files.deleteIfExists(ballast);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      run(List.of("umount", "-l", folder.toString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void run(List<String> words) throws IOException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }
}
