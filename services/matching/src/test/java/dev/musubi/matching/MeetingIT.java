package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Needs and listings that arrive at the same time meet, whatever else goes on. */
final class MeetingIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final World WORLD = new World().withoutKafka();
  private static Instance one;
  private static Instance two;

  @BeforeAll
  static void start() {
    one = WORLD.start();
    two = WORLD.start();
    one.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  /** The ranking has looked, and waits for the need's row, while the listing comes and looks. */
  @Test
  void listing_that_comes_while_a_need_is_being_ranked_meets_it() {
    var need = States.need("凍結濃縮で果汁の香りを残したい", "加熱すると果汁の香りが飛ぶ。");
    one.take(need);
    await().atMost(PATIENCE).until(one::idle);
    neverRanked(need.id());
    var listing = States.listing("果汁の香りを残す凍結濃縮", "加熱すると果汁の香りが飛ぶ。");
    one.part(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> {
              one.database()
                  .sql("SELECT id FROM need WHERE id = ? FOR UPDATE")
                  .param(need.id())
                  .query(UUID.class)
                  .single();
              rank(need.id());
              await().atMost(PATIENCE).until(MeetingIT::somebodyWaitsForTheRow);
              two.take(listing);
              await().atMost(PATIENCE).until(() -> tasks("%LISTING") == 0);
            });
    await().atMost(PATIENCE).until(one::idle);
    assertThat(one.standing(need.id())).contains(listing.id());
  }

  private static void neverRanked(UUID need) {
    two.database()
        .sql("UPDATE need SET matched_version = NULL, kept = NULL WHERE id = ?")
        .param(need)
        .update();
  }

  private static void rank(UUID need) {
    two.part(TransactionTemplate.class)
        .executeWithoutResult(
            _ ->
                two.database()
                    .sql("INSERT INTO task (kind, subject, cause) VALUES ('MATCH_NEED', ?, 'NEED')")
                    .param(need)
                    .update());
  }

  private static boolean somebodyWaitsForTheRow() {
    return two.count(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE"
                + " '%FROM need%FOR UPDATE%' AND datname = current_database()")
        > 0;
  }

  private static long tasks(String kinds) {
    return two.count("SELECT count(*) FROM task WHERE kind LIKE '" + kinds + "'");
  }

  @Test
  void all_pairs_are_found_once_by_two_instances_while_indices_are_built_anew() throws Exception {
    var needs = new ArrayList<NeedState>();
    var listings = new ArrayList<ListingState>();
    var subjects = List.of("アロエ", "ベンガラ", "コルク", "デニム", "エメリー", "フェルト", "ゴム", "ヒノキ", "イグサ", "ジュート");
    for (var subject : subjects) {
      for (int i = 0; i < 10; i++) {
        needs.add(States.need(subject + "の粉を細かくしたい", subject + "の粉が固まる。" + i));
        listings.add(States.listing(subject + "の粉を細かくする方法 " + i, subject + "の粉が固まる。"));
      }
    }
    var building = new AtomicBoolean(true);
    var builder = Thread.startVirtualThread(() -> rebuild(building));
    arrive(needs, listings);
    await().atMost(PATIENCE).until(one::idle);
    building.set(false);
    builder.join();
    await().atMost(PATIENCE).until(one::idle);

    for (int i = 0; i < needs.size(); i++) {
      int first = i / 10 * 10;
      var wanted = listings.subList(first, first + 10).stream().map(ListingState::id).toList();
      assertThat(one.standing(needs.get(i).id()))
          .as(needs.get(i).title())
          .containsAll(wanted)
          .doesNotHaveDuplicates();
    }
    assertThat(one.count("SELECT count(*) FROM task WHERE parked")).isZero();
  }

  private static void rebuild(AtomicBoolean goesOn) {
    var operator = TestIssuer.shared().operatorToken();
    while (goesOn.get()) {
      var state = one.post("/internal/reindex", "", operator);
      assertThat(state.status()).isEqualTo(202);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  !one.get("/internal/reindex", operator)
                      .json()
                      .path("state")
                      .asString()
                      .equals("RUNNING"));
    }
  }

  private static void arrive(List<NeedState> needs, List<ListingState> listings) {
    var all = new ArrayList<Runnable>();
    var random = new Random(20261130);
    needs.forEach(need -> all.add(() -> any(random).take(need)));
    listings.forEach(listing -> all.add(() -> any(random).take(listing)));
    Collections.shuffle(all, random);
    try (var threads = Executors.newFixedThreadPool(8)) {
      all.forEach(threads::execute);
    }
  }

  private static Instance any(Random random) {
    synchronized (random) {
      return random.nextBoolean() ? one : two;
    }
  }
}
