package dev.musubi.bench.goals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Digests a second on a whole copy: chosen for each reader, recorded, written in the reader's
 * language with links of the reader's own, and sent; from the first that is made to the last that
 * the mail server has taken. Beside it a loop that sends one finished mail of the same length again
 * and again to the same mail server on four connections.
 */
final class DigestsRow implements Row {
  private static final int READERS = 600;
  private static final int UNMEASURED = 150;
  private static final int CONNECTIONS = 4;
  private static final int USUAL_LENGTH = 20_000;

  /** All that is new, a field, or words: what people choose. */
  private static final List<String> INTERESTS =
      List.of(
          "{\"query\": null, \"fields\": [], \"prefectures\": []}",
          "{\"query\": null, \"fields\": [\"MACHINERY\"], \"prefectures\": []}",
          "{\"query\": \"廃プラスチック\", \"fields\": [], \"prefectures\": []}",
          "{\"query\": null, \"fields\": [], \"prefectures\": [\"13\", \"27\"]}");

  private static final String SUBSCRIBE =
      """
      INSERT INTO notifications.subscription
        (id, version, email, email_hash, state, lang, frequency, interests, created_at,
         confirmed_at, news_since)
      VALUES (?, 1, ?, ?, 'CONFIRMED', ?, 'DAILY', ?::jsonb, now() - interval '3 days',
         now() - interval '3 days', now() - interval '2 days')
      """;

  private static final String SENT =
      """
      SELECT count(*), extract(epoch FROM max(settled_at) - min(created_at))
      FROM notifications.delivery
      WHERE kind = 'PUBLIC_DIGEST' AND state = 'SENT' AND created_at >= ?
      """;

  @Override
  public String id() {
    return "digests";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var product = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    var copy = setting.copy().calm(setting);
    digests(copy, setting.sized(UNMEASURED));
    var mail = SmtpLoop.mail(length(copy));
    var server = copy.mail();
    new SmtpLoop(server, CONNECTIONS).perSecond(mail, setting.sized(UNMEASURED));
    for (var round = 0; round < setting.rounds(); round++) {
      setting.tell("goals.round", id(), round + 1, setting.rounds());
      product.add(digests(copy, setting.sized(READERS)));
      bare.add(new SmtpLoop(server, CONNECTIONS).perSecond(mail, setting.sized(READERS)));
    }
    return List.of(new Figure("digests", "per-second", product, bare, Goal.atLeast(0.3)));
  }

  /** For so many new readers, by the command that operators have. */
  private static double digests(MeasuredCopy copy, int readers) throws Exception {
    var begun = Instant.now();
    subscribe(copy, readers);
    var told = copy.product().musubi("digests");
    if (told.code() != 0) {
      throw new IOException("./musubi digests: " + told.text());
    }
    Thread.sleep(Duration.ofSeconds(1));
    copy.awaitCalm();
    try (var connection = copy.database();
        var statement = connection.prepareStatement(SENT)) {
      statement.setTimestamp(1, Timestamp.from(begun));
      try (var row = statement.executeQuery()) {
        row.next();
        if (row.getInt(1) < readers) {
          throw new IOException(row.getInt(1) + " of " + readers + " digests were sent");
        }
        return row.getInt(1) / row.getDouble(2);
      }
    }
  }

  private static void subscribe(MeasuredCopy copy, int readers) throws SQLException {
    try (var connection = copy.database();
        var statement = connection.prepareStatement(SUBSCRIBE)) {
      for (var i = 0; i < readers; i++) {
        var id = UUID.randomUUID();
        statement.setObject(1, id);
        statement.setString(2, "reader-" + id + "@demo.musubi.example");
        statement.setString(3, "bench " + id);
        statement.setString(4, i % 2 == 0 ? "ja" : "en");
        statement.setString(5, INTERESTS.get(i % INTERESTS.size()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Of the mail in the middle of those that the product has sent. */
  private static int length(MeasuredCopy copy) throws IOException {
    var folder = copy.product().data().resolve("engines").resolve("mail");
    try (var files = Files.list(folder)) {
      var lengths =
          files
              .filter(it -> it.toString().endsWith(".eml"))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .limit(UNMEASURED)
              .map(it -> (int) it.toFile().length())
              .sorted()
              .toList();
      return lengths.isEmpty() ? USUAL_LENGTH : lengths.get(lengths.size() / 2);
    }
  }
}
