package dev.musubi.engines;

import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.NativeCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PostgreSQL from the archive of its binaries. */
record PostgresEngine(EngineSettings settings) {
  private static final String VERSION = "18";
  private static final String BINARIES = "postgres-18.6.0-" + Platform.text();

  ChildSpec spec() {
    var access = new DatabaseAccess(settings.ports().postgres(), settings.superuserPassword());
    return new ChildSpec(
        "postgres",
        this::prepare,
        settings.data(),
        Map.of("LC_ALL", "C"),
        settings.logs().resolve("postgres.log"),
        access::check,
        () -> access.prepare("musubi", settings.databasePasswords()),
        Duration.ofSeconds(20));
  }

  private Path folder() {
    return settings.data().resolve("postgres");
  }

  /** The version that made these data, when it is another than the one that would read them. */
  static Optional<EngineData> otherVersion(Path engines) throws IOException {
    var mark = engines.resolve("postgres/PG_VERSION");
    if (!Files.exists(mark)) {
      return Optional.empty();
    }
    var found = Files.readString(mark).strip();
    return found.equals(VERSION)
        ? Optional.empty()
        : Optional.of(new EngineData("PostgreSQL", found, VERSION));
  }

  private List<String> prepare() throws IOException {
    Files.createDirectories(settings.data());
    var binaries = BinaryCache.archive(BINARIES, Platform.postgresArchive());
    if (!Files.exists(folder().resolve("PG_VERSION"))) {
      create(binaries);
    }
    var other = otherVersion(settings.data());
    if (other.isPresent()) {
      throw new IOException("the data in " + folder() + " is of another version: " + other.get());
    }
    forgetStalePid(binaries);
    return NativeCommand.onLeash("INT", asUser(server(binaries)));
  }

  private List<String> server(Path binaries) {
    var words = new ArrayList<>(List.of(binaries.resolve("bin/postgres").toString()));
    words.addAll(List.of("-D", folder().toString()));
    options().forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    return words;
  }

  private Map<String, String> options() {
    var flushes = settings.flushes() ? "on" : "off";
    return Map.ofEntries(
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("port", Integer.toString(settings.ports().postgres())),
        // Everybody comes by TCP: a socket file would need a short path and leave remains.
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", "160"),
        Map.entry("shared_buffers", "96MB"),
        Map.entry("max_wal_size", "512MB"),
        Map.entry("fsync", flushes),
        Map.entry("synchronous_commit", flushes),
        Map.entry("full_page_writes", flushes),
        Map.entry("jit", "off"),
        Map.entry("password_encryption", "scram-sha-256"),
        Map.entry("log_timezone", "UTC"),
        Map.entry("timezone", "UTC"));
  }

  /** In a folder of another name until it is whole, so that a crash leaves no half database. */
  private void create(Path binaries) throws IOException {
    var draft = settings.data().resolve("postgres.new");
    FolderTree.delete(draft);
    var password =
        Files.createTempFile(
            settings.data(),
            "superuser",
            ".pw",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, settings.superuserPassword());
      var words = new ArrayList<>(List.of(binaries.resolve("bin/initdb").toString()));
      words.addAll(
          List.of("-D", draft.toString(), "-U", "postgres", "--pwfile", password.toString()));
      words.addAll(List.of("--auth-local=reject", "--auth-host=scram-sha-256", "--encoding=UTF8"));
      words.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      words.add(settings.flushes() ? "--data-checksums" : "--no-sync");
      run(asUser(words));
      FolderTree.delete(folder());
      Files.move(draft, folder(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private void run(List<String> words) throws IOException {
    var log = Files.createTempFile(settings.data(), "initdb", ".log");
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("initdb failed: " + Files.readString(log).strip());
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody special. */
  private static List<String> asUser(List<String> words) throws IOException {
    if (!Platform.isRoot()) {
      return words;
    }
    var unshare = Path.of("/usr/bin/unshare");
    if (!Files.isExecutable(unshare)) {
      throw new IOException(
          "PostgreSQL does not run as root: install util-linux (unshare) or use another user");
    }
    var all = new ArrayList<>(List.of(unshare.toString(), "-U"));
    all.addAll(words);
    return all;
  }

  /**
   * PostgreSQL itself trusts a pid file whose number is in use. After a crash of the machine that
   * may be any process, so the number counts only if it runs this very program.
   */
  private void forgetStalePid(Path binaries) throws IOException {
    var file = folder().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    var first = Files.readString(file).lines().findFirst().orElse("").strip();
    var program = binaries.resolve("bin/postgres").toString();
    var runs =
        first.matches("[0-9]{1,9}")
            && ProcessHandle.of(Long.parseLong(first))
                .flatMap(process -> process.info().command())
                .filter(program::equals)
                .isPresent();
    if (!runs) {
      Files.deleteIfExists(file);
    }
  }
}
