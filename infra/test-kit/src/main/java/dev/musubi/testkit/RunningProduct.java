package dev.musubi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product with its sample data, started by the command people use, for black-box tests.
 * It runs what the surrounding build has packaged, on ports and data of its own, and ends with this
 * JVM.
 *
 * <p>{@code -Dmusubi.url=http://localhost:8080 -Dmusubi.data=DIR} uses a copy that runs already; to
 * have it call the webhooks of tests, start it with {@code MUSUBI_WEBHOOK_PLAIN_HTTP=true} and
 * {@code MUSUBI_WEBHOOK_NETWORKS=127.0.0.0/8}.
 */
public final class RunningProduct {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final int ROW = 18;

  /** Ports of second instances lie behind those of the engines. */
  private static final int MORE_INSTANCES = 12;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI url;
  private final URI mailPages;
  private final Path data;
  private @Nullable Process process;

  private RunningProduct(int port, Path data) {
    this.url = URI.create("http://localhost:" + port);
    this.mailPages = URI.create("http://localhost:" + (port + ROW - 1));
    this.data = data;
  }

  /** The one of this JVM. */
  public static RunningProduct shared() {
    return Shared.PRODUCT;
  }

  /** The public address. */
  public URI url() {
    return url;
  }

  /** What it has mailed. */
  public SmtpAddress mail() {
    var smtp = URI.create("smtp://127.0.0.1:" + (url.getPort() + ROW - 2));
    return new SmtpAddress(smtp, mailPages);
  }

  /** Of all accounts {@code …@demo.musubi.example}. */
  public String demoPassword() {
    return secret("demo.password");
  }

  /** Of the operator's client {@code cli}. */
  public String operatorSecret() {
    return secret("client.cli");
  }

  /** Of the client {@code web}, by which people's tokens are asked for. */
  public String webSecret() {
    return secret("client.web");
  }

  /** What runs, as the command {@code status} reads it. */
  public JsonNode processes() {
    try {
      return JSON.readTree(Files.readString(data.resolve("run.json"))).path("parts");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs {@code ./musubi} with these words on this copy, and waits for its end. */
  public Told musubi(String... words) {
    var all = new ArrayList<>(List.of(ProjectFolder.top().resolve("musubi").toString()));
    all.addAll(List.of(words));
    all.addAll(List.of("--data-dir", data.toString()));
    var builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("MUSUBI_NO_BUILD", "1");
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Told(process.waitFor(), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /**
   * What a command said.
   *
   * @param code with which it ended
   */
  public record Told(int code, String text) {}

  private String secret(String name) {
    var secrets = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return secrets.getProperty(name, "");
  }

  /** Where it keeps everything. */
  public Path data() {
    return data;
  }

  /** Of PostgreSQL's superuser. */
  public String databaseSecret() {
    return secret("postgres.superuser");
  }

  private static RunningProduct start() {
    var given = System.getProperty("musubi.url");
    if (given != null) {
      return new RunningProduct(
          URI.create(given).getPort(), Path.of(System.getProperty("musubi.data", "")));
    }
    var log = Path.of("target", "product.log").toAbsolutePath();
    return start(TestFolder.create().resolve("data"), log, List.of("--demo"), Map.of());
  }

  /**
   * A copy of its own, on free ports, that ends with this JVM or with {@link #stop()}.
   *
   * @param data where it keeps everything; need not be there
   * @param log takes what the command says
   * @param options of {@code ./musubi up} beside port and folder
   * @param environment for all its processes
   */
  public static RunningProduct start(
      Path data, Path log, List<String> options, Map<String, String> environment) {
    var port = FreePorts.row(ROW + MORE_INSTANCES);
    var product = new RunningProduct(port, data);
    try {
      Files.createDirectories(log.getParent());
      var builder = command(port, data, log, options);
      builder.environment().putAll(environment);
      product.process = builder.start();
      product.await(product.process, log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return product;
  }

  /** Ends the copy; waits until all its processes have ended. */
  public void stop() {
    if (process != null) {
      stop(process);
    }
  }

  private static ProcessBuilder command(int port, Path data, Path log, List<String> options) {
    var words =
        new ArrayList<>(
            List.of(
                ProjectFolder.top().resolve("musubi").toString(),
                "up",
                "--port",
                Integer.toString(port),
                "--data-dir",
                data.toString()));
    words.addAll(options);
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("MUSUBI_NO_BUILD", "1");
    builder.environment().put("MUSUBI_LEASHED", "1");
    // Webhooks go to a receiver of the tests; by default no such address is called.
    builder.environment().put("MUSUBI_WEBHOOK_PLAIN_HTTP", "true");
    builder.environment().put("MUSUBI_WEBHOOK_NETWORKS", "127.0.0.0/8");
    // A line for each event, by which one request is followed through all services.
    builder.environment().put("LOGGING_LEVEL_DEV_MUSUBI_MESSAGING_CONSUMER", "DEBUG");
    return builder;
  }

  private void await(Process process, Path log) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-product"));
    var end = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("The product did not start:\n" + Files.readString(log));
      }
      pause();
    }
  }

  /** Its standard input is what holds it. */
  private static void stop(Process process) {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException gone) {
      // Then it has ended already.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isReady() {
    try {
      JsonNode run = JSON.readTree(Files.readString(data.resolve("run.json")));
      return run.path("ready").asBoolean(false);
    } catch (IOException | JacksonException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Shared {
    private static final RunningProduct PRODUCT = start();
  }
}
