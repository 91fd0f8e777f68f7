package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.Mailbox;
import dev.musubi.e2e.faults.load.Hook;
import dev.musubi.testkit.ProductEngines;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Waits for quiet, and reads all facts. */
public final class Gather {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TELL = Duration.ofSeconds(15);

  /** Quiet must last: work that was done may have brought further work. */
  private static final int LOOKS = 3;

  private final ProductEngines engines;
  private final Hook hook;

  public Gather(ProductEngines engines, Hook hook) {
    this.engines = engines;
    this.hook = hook;
  }

  /**
   * True when nothing waits any more; false when that takes too long.
   *
   * @param late takes what still waits, every so often
   */
  public boolean awaitQuiet(Duration patience, Consumer<String> late) {
    var end = Instant.now().plus(patience);
    var told = Instant.now();
    int quiet = 0;
    while (quiet < LOOKS && Instant.now().isBefore(end)) {
      var waiting = waiting();
      quiet = waiting.isEmpty() ? quiet + 1 : 0;
      if (told.plus(TELL).isBefore(Instant.now())) {
        told = Instant.now();
        late.accept(waiting);
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return quiet >= LOOKS;
  }

  private String waiting() {
    try (var connection = engines.database()) {
      var database = new Database(connection);
      var waiting = database.waiting();
      if (!waiting.isEmpty()) {
        return waiting.toString();
      }
      var behind = behind(new Log(engines.kafka()).read(), database.positions());
      return behind.isEmpty() ? "" : behind.size() + " x " + behind.getFirst();
    } catch (SQLException | RuntimeException away) {
      return String.valueOf(away.getMessage());
    }
  }

  /** Everything as it is now. */
  public Facts facts() throws SQLException {
    var log = new Log(engines.kafka()).read();
    try (var connection = engines.database()) {
      var database = new Database(connection);
      return new Facts(
          database.rows(),
          database.sources(),
          database.copies(),
          log.sent(),
          new Index(engines.elasticsearch()).compare(database.wanted()),
          database.matches(),
          told(database),
          database.feedback(),
          database.messages(),
          new Facts.Inbox(database.noted(), new Handled(engines.product().data()).read()),
          database.subscriptions(),
          database.waiting(),
          behind(log, database.positions()),
          log.letters(),
          log.consumers());
    }
  }

  private Facts.Told told(Database database) throws SQLException {
    var mails =
        new Mailbox(engines.product())
            .letters().stream()
                .map(it -> new Facts.Mail(it.id(), it.recipient(), it.arrived()))
                .toList();
    var called =
        hook.calls().stream().map(call -> new Facts.Called(call.id(), call.event())).toList();
    return new Facts.Told(
        database.alerts(),
        database.deliveries(),
        database.mailings(),
        mails,
        database.due(),
        called);
  }

  /** Every consumer has a position behind the last record of each partition of its topic. */
  private static List<String> behind(Log.Content log, List<Database.Position> positions) {
    var next =
        positions.stream()
            .filter(it -> log.topicsById().containsKey(it.topicId()))
            .collect(
                java.util.stream.Collectors.toMap(
                    it ->
                        it.consumer()
                            + " "
                            + new TopicPartition(
                                log.topicsById().getOrDefault(it.topicId(), ""), it.partition()),
                    Database.Position::next,
                    Math::max));
    var behind = new ArrayList<String>();
    for (Map.Entry<TopicPartition, Long> last : log.lastRecords().entrySet()) {
      var partition = last.getKey();
      for (var consumer : log.consumers().getOrDefault(partition.topic(), List.of())) {
        long position = next.getOrDefault(consumer + " " + partition, 0L);
        if (position <= last.getValue()) {
          behind.add(
              "%s is at %d of %s, whose last record is %d"
                  .formatted(consumer, position, partition, last.getValue()));
        }
      }
    }
    return behind;
  }
}
