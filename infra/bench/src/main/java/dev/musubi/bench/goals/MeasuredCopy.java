package dev.musubi.bench.goals;

import dev.musubi.bench.Workplace;
import dev.musubi.engines.FolderTree;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.search.SearchEngine;
import dev.musubi.testkit.ProductEngines;
import dev.musubi.testkit.RunningProduct;
import dev.musubi.testkit.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A whole copy of the product with its sample data, in a folder that goes with it. It is as durable
 * as in operation.
 */
final class MeasuredCopy implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  /** Work that stands in tables, whoever has it. */
  private static final String WAITING =
      """
      SELECT (SELECT count(*) FROM matching.task WHERE NOT parked)
        + (SELECT count(*) FROM listings.outbox) + (SELECT count(*) FROM profiles.outbox)
        + (SELECT count(*) FROM matching.outbox)
        + (SELECT count(*) FROM notifications.delivery WHERE state IN ('WAITING', 'SENDING'))
      """;

  private final Path folder;
  private final RunningProduct product;
  private final ProductEngines engines;

  private MeasuredCopy(Path folder, RunningProduct product) {
    this.folder = folder;
    this.product = product;
    this.engines = new ProductEngines(product);
  }

  /** Starts one; its sample data is still to be matched. */
  static MeasuredCopy start(Setting setting) throws Exception {
    setting.tell("goals.copy");
    var folder = Files.createTempDirectory(Workplace.folder(), "copy-").toAbsolutePath();
    var options = List.of("--demo");
    // Who measures asks more often than people may.
    var environment = Map.of("MUSUBI_LIMIT_ADDRESS", "60000", "MUSUBI_LIMIT_ACCOUNT", "60000");
    var product =
        RunningProduct.start(
            folder.resolve("data"), folder.resolve("up.log"), options, environment);
    var copy = new MeasuredCopy(folder, product);
    // Ctrl-C too must leave nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(copy::close));
    return copy;
  }

  /** Waits until nothing is under way. */
  void awaitCalm() throws Exception {
    var end = Instant.now().plus(PATIENCE);
    Watch.until(
        500,
        () -> {
          if (Instant.now().isAfter(end)) {
            throw new IllegalStateException("The copy does not come to rest");
          }
          return number(WAITING) == 0;
        });
  }

  /** Somebody of the sample data. */
  Person person(String name) {
    return new Person(product.url(), new SignIn(product).token(name + "@demo.musubi.example"));
  }

  RunningProduct product() {
    return product;
  }

  KafkaClients kafka() {
    return new KafkaClients(engines.kafka(), Map.of());
  }

  SearchEngine elasticsearch() {
    return SearchEngine.connect(elasticsearchAddress(), ANSWER);
  }

  URI elasticsearchAddress() {
    return engines.elasticsearch();
  }

  URI mail() {
    return product.mail().uri();
  }

  /** As PostgreSQL's superuser. */
  Connection database() throws SQLException {
    return engines.database();
  }

  /** The one number that a query gives. */
  double number(String query) throws SQLException {
    try (var connection = database();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getDouble(1);
    }
  }

  @Override
  public synchronized void close() {
    product.stop();
    try {
      FolderTree.delete(folder);
    } catch (IOException left) {
      // Closed before, or a file that the system still holds; the folder is named as a copy.
    }
  }
}
