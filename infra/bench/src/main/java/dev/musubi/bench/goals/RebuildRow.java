package dev.musubi.bench.goals;

import dev.musubi.testkit.ProductOperator;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Both indices made anew on a whole copy, from the database to the moment at which searches meet
 * the new ones, beside a bare bulk load of the same documents, finished beforehand, into an index
 * of the same definition. Somebody searches all the time in both cases. The listings are those of
 * the sample data, many times, each with an id of its own.
 */
final class RebuildRow implements Row {
  private static final int LISTINGS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private static final String MULTIPLY =
      """
      INSERT INTO matching.listing
        (id, version, revision, organisation_id, state, open, opens_on, closes_on)
      SELECT fresh, version, revision, organisation_id,
        jsonb_set(state, '{id}', to_jsonb(fresh::text)), open, opens_on, closes_on
      FROM (SELECT l.*, gen_random_uuid() AS fresh
        FROM matching.listing l CROSS JOIN generate_series(1, ?) WHERE l.open LIMIT ?) AS likes
      """;

  @Override
  public String id() {
    return "rebuild";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var product = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    var copy = setting.copy().calm(setting);
    try (var engine = copy.elasticsearch()) {
      var documents = FinishedDocuments.read(copy, engine);
      multiply(copy, setting.sized(LISTINGS));
      // The first one meets a cold database and leaves as many documents as the others.
      rebuild(copy);
      for (var round = 0; round < setting.rounds(); round++) {
        setting.tell("goals.round", id(), round + 1, setting.rounds());
        try (var reader = new SearchedMeanwhile(engine)) {
          product.add(rebuild(copy));
          reader.mustHaveBeenAnswered();
        }
        var listings = (int) copy.number("SELECT count(*) FROM matching.listing WHERE open");
        try (var reader = new SearchedMeanwhile(engine)) {
          bare.add(documents.load(listings));
          reader.mustHaveBeenAnswered();
        }
      }
    }
    return List.of(new Figure("rebuild", "seconds", product, bare, Goal.atMost(1.3)));
  }

  private static void multiply(MeasuredCopy copy, int listings) throws SQLException {
    var samples = copy.number("SELECT count(*) FROM matching.listing WHERE open");
    try (var connection = copy.database();
        var statement = connection.prepareStatement(MULTIPLY)) {
      // The reader of a copy's tables gives up after some seconds; this is more than reading.
      connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
      statement.setInt(1, (int) Math.ceil(listings / samples));
      statement.setInt(2, listings);
      statement.executeUpdate();
    }
  }

  /** Seconds, by the service's own clock. */
  private static double rebuild(MeasuredCopy copy) throws Exception {
    var operator = new ProductOperator(copy.product());
    var end = Instant.now().plus(PATIENCE);
    var progress = operator.ask("matching", "/internal/reindex");
    while (state(progress).equals("RUNNING") && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      progress = operator.look("matching", "/internal/reindex");
    }
    if (!state(progress).equals("DONE")) {
      throw new IOException("The rebuild ends with " + progress);
    }
    var begun = Instant.parse(progress.path("startedAt").asString());
    var ended = Instant.parse(progress.path("endedAt").asString());
    return Duration.between(begun, ended).toNanos() / 1e9;
  }

  private static String state(JsonNode progress) {
    return progress.path("state").asString("");
  }
}
