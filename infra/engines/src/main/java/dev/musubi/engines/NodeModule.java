package dev.musubi.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A module that runs as a process of its own, with the class path that the build wrote down. */
record NodeModule(Path code, List<Path> libraries) {

  static NodeModule named(String artifact) {
    var resource = "META-INF/musubi/" + artifact + ".classpath";
    var url = NodeModule.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IllegalStateException("The build has left out " + resource + "; build again.");
    }
    try {
      var connection = url.openConnection();
      connection.setUseCaches(false);
      try (var in = connection.getInputStream()) {
        var paths = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        var code = place(url, resource);
        return new NodeModule(code, libraries(code, paths));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Modules of ours are taken from beside the code where they lie there, too: then somebody has set
   * all of them aside, so that a build does not replace what is running.
   */
  private static List<Path> libraries(Path code, String paths) {
    return List.of(paths.split(File.pathSeparator)).stream()
        .map(Path::of)
        .map(
            library ->
                Optional.of(code.resolveSibling(library.getFileName()))
                    .filter(Files::isRegularFile)
                    .orElse(library))
        .toList();
  }

  private static Path place(URL url, String resource) throws IOException {
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      var text = url.toURI().toString();
      return Path.of(URI.create(text.substring(0, text.length() - resource.length())));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  List<Path> classPath() {
    var all = new ArrayList<Path>();
    all.add(code);
    all.addAll(libraries);
    return List.copyOf(all);
  }
}
