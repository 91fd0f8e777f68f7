package dev.musubi.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Native programs unpacked from artefacts, once for a user and version. What is being unpacked has
 * another name until it is whole, so two copies that start at once do not meet.
 */
final class BinaryCache {
  private BinaryCache() {}

  static Path root() {
    var cache = System.getenv("XDG_CACHE_HOME");
    var home =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return home.resolve("musubi");
  }

  /** Unpacks {@code resource}, a tar archive packed by xz. */
  static Path archive(String name, String resource) throws IOException {
    var target = root().resolve(name);
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(root());
    var draft = Files.createTempDirectory(root(), name + ".");
    try (var in = new TarArchiveInputStream(new XZInputStream(resource(resource)))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        unpack(in, entry, draft);
      }
    }
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    publish(draft, target);
    return target;
  }

  /** Copies {@code resource}, a program. */
  static Path program(String name, String resource) throws IOException {
    var target = root().resolve(name);
    if (Files.isExecutable(target)) {
      return target;
    }
    Files.createDirectories(root());
    var draft = Files.createTempFile(root(), name, ".part");
    try (var in = resource(resource)) {
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    return target;
  }

  private static void publish(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException taken) {
      FolderTree.delete(draft);
      if (!Files.isDirectory(target)) {
        throw taken;
      }
    }
  }

  private static void unpack(TarArchiveInputStream in, TarArchiveEntry entry, Path folder)
      throws IOException {
    var path = folder.resolve(entry.getName()).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("An archive names a path outside of its folder: " + entry.getName());
    }
    Files.createDirectories(path.getParent());
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(in, path);
      var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  private static InputStream resource(String name) throws IOException {
    var in = BinaryCache.class.getResourceAsStream("/" + name);
    if (in == null) {
      throw new IOException("There is no " + name + " for this system (" + Platform.text() + ").");
    }
    return in;
  }
}
