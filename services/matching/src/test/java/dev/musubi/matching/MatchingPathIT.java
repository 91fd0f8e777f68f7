package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.Publisher;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.MatchState;
import dev.musubi.testkit.identity.TestIssuer;
import dev.musubi.testkit.poison.PoisonContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** From events over Kafka to matches, in both orders, and to the public search. */
final class MatchingPathIT implements PoisonContract {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final World WORLD = new World();
  private static Instance service;
  private static Publisher publisher;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    publisher = new Publisher();
    publisher.send(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    publisher.send(States.organisation(States.FIRM, OrganisationKind.SEEKER, "谷口樹脂", List.of()));
  }

  @Override
  public ApplicationContext listeningApplication() {
    return service.context();
  }

  @AfterAll
  static void stop() {
    publisher.close();
    WORLD.close();
  }

  @Test
  void need_and_listing_meet_whichever_comes_first() {
    var listing = States.listing("廃プラスチックを近赤外線で選別する装置", "黒い樹脂を見分けられない。");
    var need = States.need("混ざった廃プラスチックを分けたい", "黒い樹脂も選別したい。");
    publisher.send(listing);
    publisher.send(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    var later = States.listing("廃プラスチックの選別方法", "黒い樹脂と白い樹脂を分ける。");
    publisher.send(later);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(later.id()));
    var token = TestIssuer.shared().token(States.FIRM, OrganisationKind.SEEKER, MemberRole.EDITOR);
    var answer = service.get("/api/v1/needs/" + need.id() + "/matches", token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("total").asInt()).isEqualTo(2);
    var first = answer.json().path("items").path(0);
    assertThat(first.at("/listing/organisation/name").asString()).isEqualTo("みなと大学");
    assertThat(first.at("/match/reasons/0/kind").asString()).isEqualTo("TERMS");
    assertThat(first.at("/match/reasons/0/listingWords").toString()).contains("プラスチック");
    assertThat(first.at("/match/reasons").toString()).contains("樹脂");
    assertThat(foundBy(need.id(), listing.id())).isEqualTo(MatchState.FoundBy.NEED.name());
    assertThat(foundBy(need.id(), later.id())).isEqualTo(MatchState.FoundBy.LISTING.name());
  }

  private static String foundBy(java.util.UUID need, java.util.UUID listing) {
    return service
        .database()
        .sql("SELECT found_by FROM match WHERE need_id = :need AND listing_id = :listing")
        .param("need", need)
        .param("listing", listing)
        .query(String.class)
        .single();
  }

  @Test
  void published_listing_is_found_by_everybody() {
    var listing = States.listing("温泉の熱で発電する小型の装置", "低い温度の湯から電気を取り出せない。");
    publisher.send(listing);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                hits("/api/v1/search/listings?q=%E6%B8%A9%E6%B3%89%E3%80%80%E7%99%BA%E9%9B%BB")
                    == 1);
    var answer =
        service.get(
            "/api/v1/search/listings?q=%E6%B8%A9%E6%B3%89%E3%80%80%E7%99%BA%E9%9B%BB", null);
    var hit = answer.json().at("/hits/0");
    assertThat(hit.path("listingId").asString()).isEqualTo(listing.id().toString());
    assertThat(hit.at("/highlights/title/0").asString()).contains("[[温泉]]", "[[発電]]");
    assertThat(answer.json().at("/facets/licence/0/value").asString()).isEqualTo("NON_EXCLUSIVE");
    assertThat(answer.json().at("/legs/text").asString()).isEqualTo("ok");
  }

  private static int hits(String path) {
    return service.get(path, null).json().path("total").asInt(0);
  }
}
