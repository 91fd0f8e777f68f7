package dev.musubi.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.engines.process.Child;
import dev.musubi.engines.process.ChildState;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines under the worst that can happen to them: {@code kill -9}. */
final class EnginesIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;

  EnginesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void what_was_acknowledged_is_still_there_after_everything_was_killed() throws Exception {
    var port = port();
    var parent = startParent(port);
    var children = children(parent);
    assertThat(children).hasSize(5);
    writeEverywhere(port);

    parent.destroyForcibly();

    await()
        .alias("children end with their parent")
        .atMost(Duration.ofSeconds(40))
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    Files.writeString(
        folder.resolve("data/postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    var again = startParent(port);
    try {
      assertThat(children(again)).hasSize(5);
      readEverywhere(port);
    } finally {
      again.destroyForcibly();
    }
  }

  @Test
  void a_killed_database_comes_back_by_itself_with_its_data() throws Exception {
    var port = port();
    var settings = ParentProcess.settings(folder, port);
    try (var child = Child.start(Engines.postgres(settings))) {
      child.awaitReady(LIMIT);
      execute(port, "CREATE TABLE patent (number text)", "INSERT INTO patent VALUES ('7012345')");
      ProcessHandle.of(pid(child)).orElseThrow().descendants().forEach(EnginesIT::kill);
      await()
          .atMost(LIMIT)
          .until(() -> child.status().deaths() > 0 && child.status().state() == ChildState.READY);
      assertThat(query(port, "SELECT number FROM patent")).isEqualTo("7012345");
    }
  }

  @Test
  void a_first_start_that_was_killed_half_way_is_made_anew() throws Exception {
    var settings = ParentProcess.settings(folder, port());
    var data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve("postgres.new/base"));
    Files.createDirectories(data.resolve("kafka/logs"));
    Files.writeString(data.resolve("kafka/logs/meta.properties"), "version=1\n");
    try (var postgres = Child.start(Engines.postgres(settings));
        var kafka = Child.start(Engines.kafka(settings))) {
      postgres.awaitReady(LIMIT);
      kafka.awaitReady(LIMIT);
      assertThat(postgres.status().deaths()).isZero();
      assertThat(kafka.status().deaths()).isZero();
    }
  }

  @Test
  void a_service_sees_its_own_schema_and_no_other() throws Exception {
    var port = port();
    var settings = ParentProcess.settings(folder, port);
    try (var child = Child.start(Engines.postgres(settings))) {
      child.awaitReady(LIMIT);
      new DatabaseAccess(port, ParentProcess.PASSWORD)
          .prepare("musubi", java.util.Map.of("deals", ParentProcess.PASSWORD));
      execute(port, "CREATE TABLE patent (number text)");
      try (var connection = connect(port, "deals");
          var statement = connection.createStatement()) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> statement.execute("SELECT * FROM listings.patent"))
            .hasMessageContaining("permission denied for schema listings");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> statement.execute("CREATE TABLE public.t (a int)"))
            .hasMessageContaining("permission denied for schema public");
      }
    }
  }

  private Process startParent(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ParentProcess.class.getName(),
            folder.toString(),
            Integer.toString(port))
        .redirectError(folder.resolve("parent.err").toFile())
        .start();
  }

  private static List<ProcessHandle> children(Process parent) throws IOException {
    var children = new ArrayList<ProcessHandle>();
    BufferedReader lines = parent.inputReader();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("ready")) {
        return children;
      }
      children.add(ProcessHandle.of(Long.parseLong(line.split(" ", -1)[1])).orElseThrow());
    }
    throw new IOException("The parent has ended before its children were ready.");
  }

  private static void writeEverywhere(int port) throws Exception {
    execute(port, "CREATE TABLE patent (number text)", "INSERT INTO patent VALUES ('7012345')");
    var engines = EnginePorts.from(port);
    assertThat(redis(engines, "SET session 1")).contains("+OK");
    assertThat(elasticsearch(engines, "PUT", "/patents", "{}")).contains("\"acknowledged\":true");
    assertThat(elasticsearch(engines, "PUT", "/patents/_doc/1", "{\"title\": \"選別\"}"))
        .contains("\"created\"");
  }

  private static void readEverywhere(int port) throws Exception {
    var engines = EnginePorts.from(port);
    assertThat(query(port, "SELECT number FROM patent")).isEqualTo("7012345");
    assertThat(elasticsearch(engines, "GET", "/patents/_doc/1", null)).contains("選別");
    assertThat(redis(engines, "PING")).contains("+PONG");
  }

  private static String redis(EnginePorts ports, String command) throws IOException {
    try (var socket = new Socket("127.0.0.1", ports.redis())) {
      var text = "AUTH " + ParentProcess.PASSWORD + "\r\n" + command + "\r\nQUIT\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static String elasticsearch(
      EnginePorts ports, String method, String path, @org.jspecify.annotations.Nullable String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.elasticsearch() + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static void execute(int port, String... statements) throws SQLException {
    try (var connection = connect(port, "listings");
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String query(int port, String sql) throws SQLException {
    try (var connection = connect(port, "listings");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(int port, String user) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/musubi", user, ParentProcess.PASSWORD);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
  }

  private static long pid(Child child) {
    var pid = child.status().pid();
    return pid == null ? -1 : pid;
  }

  /** The first of eight ports that are free now. */
  private static int port() {
    while (true) {
      int first = ThreadLocalRandom.current().nextInt(20_000, 31_000);
      if (java.util.stream.IntStream.range(first, first + 8).allMatch(EnginesIT::isFree)) {
        return first;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
