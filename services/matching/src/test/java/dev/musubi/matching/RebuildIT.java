package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.search.SearchEngine;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The indices are made anew while they are in use. */
final class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SEARCH = "/api/v1/search/listings?q=%E8%A1%A8%E9%9D%A2";
  private static final World WORLD = new World().withoutKafka();
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    for (int i = 0; i < 40; i++) {
      service.take(States.listing("金属の表面を改質する装置 " + i, "摩耗に強い表面がほしい。"));
    }
    service.take(States.need("表面を強くしたい", "摩耗に強い表面がほしい。"));
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void searches_find_everything_while_a_new_index_takes_the_place_of_the_old() throws Exception {
    var operator = TestIssuer.shared().operatorToken();
    var before = service.part(MatchingIndices.class).listings().current();
    var searching = new AtomicBoolean(true);
    var fewest = new AtomicInteger(Integer.MAX_VALUE);
    var searcher =
        Thread.startVirtualThread(
            () -> {
              while (searching.get()) {
                var found = service.get(SEARCH, null).json().path("total").asInt(0);
                fewest.accumulateAndGet(found, Math::min);
              }
            });
    var started = service.post("/internal/reindex", "", operator);
    assertThat(started.status()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> state(operator).equals("DONE"));
    searching.set(false);
    searcher.join();

    var after = service.part(MatchingIndices.class).listings().current();
    assertThat(after).isNotEqualTo(before);
    assertThat(service.part(SearchEngine.class).get("/" + after + "/_settings").toString())
        .contains("\"refresh_interval\":\"1s\"");
    assertThat(fewest.get()).isEqualTo(service.get(SEARCH, null).json().path("total").asInt(0));
    var progress = service.get("/internal/reindex", operator).json();
    assertThat(progress.path("listings").asInt()).isEqualTo(progress.path("listingsOf").asInt());
    assertThat(progress.path("listings").asInt()).isGreaterThanOrEqualTo(40);
    assertThat(progress.path("needs").asInt()).isEqualTo(1);
  }

  @Test
  void only_the_operator_may_ask_for_it() {
    var firm = TestIssuer.shared().token(States.FIRM, OrganisationKind.SEEKER, MemberRole.ADMIN);
    assertThat(service.post("/internal/reindex", "", firm).status()).isEqualTo(403);
    var other = TestIssuer.shared().serviceToken("web");
    assertThat(service.post("/internal/reindex", "", other).status()).isEqualTo(403);
    assertThat(service.post("/internal/reindex", "", null).status()).isEqualTo(401);
  }

  private static String state(String operator) {
    return service.get("/internal/reindex", operator).json().path("state").asString("");
  }
}
