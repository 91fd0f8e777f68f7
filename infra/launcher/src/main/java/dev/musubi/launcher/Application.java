package dev.musubi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The built product as the script has set it aside: a folder with our own jars and, for each
 * program, the list of its class path. A later build makes another folder, so nothing that runs is
 * replaced under its feet.
 */
record Application(Path folder) {

  static Application current() {
    var folder = System.getProperty("musubi.app");
    if (folder == null) {
      throw new IllegalStateException("Start it by the script musubi, which sets musubi.app.");
    }
    return new Application(Path.of(folder));
  }

  /** Whether a service has been built so far that it can be started. */
  boolean has(Service service) {
    if (!Files.exists(list(service.id()))) {
      return false;
    }
    var entry = service.mainClass().replace('.', '/') + ".class";
    try (var jar = new JarFile(classPath(service.id()).getFirst().toFile())) {
      return jar.getEntry(entry) != null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  List<Path> classPath(String program) {
    try {
      var paths = Files.readString(list(program)).strip().split(java.io.File.pathSeparator);
      return List.of(paths).stream().map(Path::of).toList();
    } catch (IOException failure) {
      throw Texts.failure("failure.not-built", program);
    }
  }

  /** With what ends the process when its supervisor is gone. */
  List<Path> leashed(String program) {
    var all = new ArrayList<>(classPath(program));
    classPath("launcher").stream()
        .filter(path -> path.getFileName().toString().startsWith("leash-"))
        .filter(path -> !all.contains(path))
        .forEach(all::add);
    return all;
  }

  private Path list(String program) {
    return folder.resolve(program + ".classpath");
  }

  Path cache(String program) {
    return folder.resolve(program + ".aot");
  }
}
