package dev.musubi.engines;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The folder a node starts from. Elasticsearch loads each module and plugin from a folder of its
 * own, by a class loader of its own; on the server's class path their jars would be refused.
 *
 * @param classPath of the server itself
 * @param temporary where the node may write files that it needs only while it runs
 */
record ElasticsearchHome(List<Path> classPath, Path temporary) {
  private static final String DESCRIPTOR = "plugin-descriptor.properties";

  static ElasticsearchHome of(Path home, NodeModule module) throws IOException {
    var server = new ArrayList<>(List.of(module.code()));
    var transport = new ArrayList<Path>();
    var analysis = new ArrayList<Path>();
    for (var library : module.libraries()) {
      var name = library.toString().replace('\\', '/');
      if (name.contains("/netty-") || name.contains("/transport-netty4-")) {
        transport.add(library);
      } else if (name.contains("/elasticsearch-analysis") || isAnalysis(name)) {
        analysis.add(library);
      } else {
        server.add(library);
      }
    }
    fill(home.resolve("modules/transport-netty4"), transport);
    fill(home.resolve("plugins/musubi-analysis"), analysis);
    var temporary = home.resolve("tmp");
    FolderTree.delete(temporary);
    return new ElasticsearchHome(List.copyOf(server), Files.createDirectories(temporary));
  }

  private static boolean isAnalysis(String name) {
    return name.contains("/lucene-analysis-kuromoji-")
        || name.contains("/lucene-analysis-icu-")
        || name.contains("/icu4j-");
  }

  /** Made anew at every start: what an older build has left there would be loaded, too. */
  private static void fill(Path folder, List<Path> libraries) throws IOException {
    FolderTree.delete(folder);
    Files.createDirectories(folder);
    for (var library : libraries) {
      if (Files.isDirectory(library)) {
        pack(library, folder.resolve("classes.jar"));
        describe(library.resolve(DESCRIPTOR), folder);
      } else {
        Files.copy(library, folder.resolve(library.getFileName()));
        try (var jar = FileSystems.newFileSystem(library)) {
          var name = folder.getFileName().toString();
          describe(jar.getPath("META-INF/es-plugins/" + name + "/" + DESCRIPTOR), folder);
          describe(jar.getPath(DESCRIPTOR), folder);
        }
      }
    }
    if (!Files.exists(folder.resolve(DESCRIPTOR))) {
      throw new IOException("the build has left out the descriptor of " + folder.getFileName());
    }
  }

  /** Without the name of a Java module: the server is on the class path, not on the module path. */
  private static void describe(Path descriptor, Path folder) throws IOException {
    if (Files.exists(descriptor)) {
      var lines = Files.readAllLines(descriptor);
      lines.removeIf(line -> line.startsWith("modulename="));
      Files.write(folder.resolve(DESCRIPTOR), lines);
    }
  }

  /** A module that was compiled but not packaged yet is a folder of classes. */
  private static void pack(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
