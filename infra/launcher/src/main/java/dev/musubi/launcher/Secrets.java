package dev.musubi.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The secrets of one data folder, made up at random when first needed and kept in a file that only
 * its owner reads. There is no secret that two folders share.
 */
final class Secrets {
  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties values = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets in(Path folder) {
    var secrets = new Secrets(folder.resolve("secrets.properties"));
    if (Files.exists(secrets.file)) {
      try (Reader in = Files.newBufferedReader(secrets.file)) {
        secrets.values.load(in);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return secrets;
  }

  String superuser() {
    return value("postgres.superuser");
  }

  String redis() {
    return value("redis");
  }

  /** By role. */
  Map<String, String> databases() {
    return Arrays.stream(Service.values())
        .filter(Service::hasDatabase)
        .collect(Collectors.toMap(Service::id, service -> value("postgres." + service.id())));
  }

  /** By client: the services and the command line. */
  Map<String, String> clients() {
    var clients = new LinkedHashMap<String, String>();
    for (var service : Service.values()) {
      clients.put(service.id(), value("client." + service.id()));
    }
    clients.put("cli", value("client.cli"));
    return clients;
  }

  String keys() {
    return value("profiles.keys");
  }

  String tokens() {
    return value("notifications.tokens");
  }

  /** Of all demo accounts. */
  String demoPassword() {
    return value("demo.password");
  }

  private synchronized String value(String name) {
    var known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    values.setProperty(name, made);
    save();
    return made;
  }

  private void save() {
    try {
      var draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var text = new StringWriter();
      values.store(text, null);
      Files.writeString(draft, text.toString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
