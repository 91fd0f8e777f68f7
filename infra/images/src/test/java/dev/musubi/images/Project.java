package dev.musubi.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of the repository, and what its services say they need. */
final class Project {
  static final Path TOP = top();
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");
  private static final Pattern REQUIRED =
      Pattern.compile("required\\(\\s*\"[^\"]*\",\\s*\"(MUSUBI_[A-Z_]+)\"\\)");

  private static final Pattern EXPORTED = Pattern.compile("export (MUSUBI_[A-Z_]+)=");

  private Project() {}

  static String text(String file) {
    try {
      return Files.readString(TOP.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Set<String> services() {
    try (var folders = Files.list(TOP.resolve("services"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a service cannot start without, and its image does not know by itself. */
  static Set<String> required(String service) {
    var names = variables(service, true);
    if (standsOnSecurity(service)) {
      names.addAll(ofSecurity());
    }
    EXPORTED
        .matcher(text("infra/images/service/start"))
        .results()
        .forEach(found -> names.remove(found.group(1)));
    return names;
  }

  /** All that a service takes from its environment. */
  static Set<String> known(String service) {
    var names = variables(service, false);
    if (standsOnSecurity(service)) {
      names.addAll(ofSecurity());
    }
    return names;
  }

  private static Set<String> variables(String service, boolean withoutDefault) {
    var settings = text("services/" + service + "/src/main/resources/application.yml");
    var withoutComments = settings.replaceAll("(?m)#.*$", "");
    return VARIABLE
        .matcher(withoutComments)
        .results()
        .filter(found -> !withoutDefault || found.group(2) == null)
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean standsOnSecurity(String service) {
    return text("services/" + service + "/pom.xml").contains("<artifactId>security</artifactId>");
  }

  private static Set<String> ofSecurity() {
    var code = text("infra/security/src/main/java/dev/musubi/security/SecuritySettings.java");
    var names =
        REQUIRED
            .matcher(code)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    if (names.isEmpty()) {
      throw new IllegalStateException("SecuritySettings names its variables in another way now.");
    }
    return names;
  }

  private static Path top() {
    for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
      if (Files.exists(path.resolve("docker-compose.yml"))) {
        return path;
      }
    }
    throw new IllegalStateException("docker-compose.yml is not above the working directory.");
  }
}
