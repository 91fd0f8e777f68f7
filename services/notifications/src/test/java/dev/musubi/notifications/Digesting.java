package dev.musubi.notifications;

import static org.awaitility.Awaitility.await;

import dev.musubi.notifications.application.GatherMemberDigests;
import dev.musubi.notifications.application.GatherPublicDigests;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two instances on the Monday on which daily and weekly digests are due. */
final class Digesting implements AutoCloseable {
  /** A Monday, ten o'clock in Tokyo: daily and weekly digests are due. */
  static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

  static final Duration DAY = Duration.ofDays(1);
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private final World world;
  private final Instance one;
  private final Instance two;

  Digesting() {
    world = new World().withoutKafka();
    world.clock().set(MONDAY.minus(Duration.ofDays(1)));
    one = world.start();
    two = world.start();
    // Sunday's are made as soon as an instance starts; then it becomes Monday.
    await()
        .atMost(PATIENCE)
        .until(
            () -> one.count("select count(*) from digest_run where finished_at is not null") == 3);
    world.clock().set(MONDAY);
  }

  World world() {
    return world;
  }

  Instance one() {
    return one;
  }

  Instance two() {
    return two;
  }

  @Override
  public void close() {
    world.close();
  }

  /** Both instances make what is due, at the same time, as their routines do. */
  void gather() {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Instance instance : List.of(one, two)) {
        workers.execute(instance.part(GatherMemberDigests.class)::run);
        workers.execute(instance.part(GatherPublicDigests.class)::run);
      }
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                one.count(
                        "select count(*) from delivery where state in ('WAITING', 'SENDING')"
                            + " and next_attempt_at < now()")
                    == 0);
  }

  List<ReceivedMail> mails(String reader, int atLeast) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                EngineKit.shared().smtp().received().stream()
                    .filter(mail -> mail.recipient().equals(reader))
                    .toList(),
            mails -> mails.size() >= atLeast);
  }
}
