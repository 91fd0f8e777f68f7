package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.application.LearnFromAll;
import dev.musubi.matching.domain.Calibration;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which of the pairs that fit are told, how many, and what becomes of the others. */
final class AlertsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final World WORLD = new World().withoutKafka().withModel();
  private static final String TOKEN =
      TestIssuer.shared().token(States.FIRM, OrganisationKind.SEEKER, MemberRole.EDITOR);
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    service.take(States.organisation(States.FIRM, OrganisationKind.SEEKER, "谷口樹脂", List.of()));
    var stock = new ArrayList<ListingState>();
    for (var thing : List.of("容器", "塗料", "薬剤", "ねじ", "電池", "工具", "靴", "釣り糸", "布", "時計")) {
      stock.add(States.listing("香りを保つ" + thing, "これまでの" + thing + "では長く持たない。"));
    }
    service.take(stock.toArray(ListingState[]::new));
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  private static NeedState need(String title, String text, int budget) {
    var like = States.need(title, text);
    var asked = new NeedState.Alerts(NeedState.Alerts.Frequency.AT_ONCE, budget);
    return new NeedState(
        like.id(),
        1,
        like.organisationId(),
        like.state(),
        "ja",
        title,
        text,
        like.elements(),
        like.constraints(),
        like.wants(),
        like.visibility(),
        asked,
        like.prefecture(),
        like.jsic(),
        false,
        Instant.now(),
        Instant.now());
  }

  private static NeedState waiting(String title, String text, int budget) {
    var need = need(title, text, budget);
    service.take(need);
    await().atMost(PATIENCE).until(() -> matched(need.id()));
    await().atMost(PATIENCE).until(service::idle);
    return need;
  }

  private static boolean matched(UUID need) {
    return service.count(
            "SELECT count(*) FROM need WHERE matched_at IS NOT NULL AND id = '" + need + "'")
        == 1;
  }

  private static void arrive(ListingState... listings) {
    service.take(listings);
    await().atMost(PATIENCE).until(service::idle);
  }

  private static boolean alerted(UUID need, UUID listing) {
    return service
        .database()
        .sql(
            "SELECT alerted_at IS NOT NULL FROM match WHERE need_id = :need AND listing_id ="
                + " :listing")
        .param("need", need)
        .param("listing", listing)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static List<MatchState> events(UUID need, UUID listing) {
    return service.matchEvents().stream()
        .filter(it -> it.needId().equals(need) && it.listingId().equals(listing))
        .toList();
  }

  @Test
  void more_than_the_budget_comes_without_an_alert_and_is_shown_as_such() {
    var need = waiting("粉から金属の異物を磁石で取り除きたい", "食品の粉に混ざる金属の異物を取り除く磁石の装置。", 1);
    var coming = new ListingState[8];
    for (var i = 0; i < coming.length; i++) {
      coming[i] = States.listing("磁石で金属の異物を取り除く装置 " + (i + 1) + " 型", "食品の粉に混ざる金属の異物を取り除く。");
      arrive(coming[i]);
    }
    var told = List.of(coming).stream().filter(it -> alerted(need.id(), it.id())).count();
    assertThat(told).isBetween(1L, 4L);
    var page = service.get("/api/v1/needs/" + need.id() + "/matches?limit=50", TOKEN).json();
    assertThat(page.path("total").asLong()).isGreaterThanOrEqualTo(coming.length);
    assertThat(page.path("unalerted").asLong()).isEqualTo(coming.length - told);
    var rest = service.get("/api/v1/needs/" + need.id() + "/matches?unalerted=true", TOKEN).json();
    assertThat(rest.path("items")).hasSize((int) (coming.length - told));
    assertThat(rest.at("/items/0/match/worthAlert").asBoolean(true)).isFalse();
  }

  @Test
  void who_wants_no_alerts_gets_none_and_loses_no_match() {
    var need = waiting("魚の骨を柔らかくする釜がほしい", "缶詰の魚の骨を柔らかくする圧力釜を探している。", 0);
    var kettle = States.listing("魚の骨を柔らかくする圧力釜", "缶詰の魚の骨が硬い。");
    arrive(kettle);
    assertThat(service.standing(need.id())).contains(kettle.id());
    assertThat(events(need.id(), kettle.id())).isNotEmpty().noneMatch(MatchState::worthAlert);
  }

  @Test
  void an_alert_is_given_once_however_often_the_pair_is_scored_again() {
    var need = waiting("鋳物の砂を使い回したい", "鋳物に使った砂を焼いて、もう一度使えるようにする装置。", 5);
    var oven = States.listing("鋳物の砂を焼いて再び使う装置", "鋳物に使った砂は捨てられている。");
    arrive(oven);
    assertThat(alerted(need.id(), oven.id())).isTrue();
    var first = alertedAt(need.id(), oven.id());
    arrive(States.next(oven, "鋳物の砂を焼いて再び使う装置と方法", "鋳物に使った砂は捨てられている。"));
    service.take(States.next(need, NeedState.State.ACTIVE));
    await().atMost(PATIENCE).until(service::idle);
    assertThat(alertedAt(need.id(), oven.id())).isEqualTo(first);
  }

  private static Instant alertedAt(UUID need, UUID listing) {
    return service
        .database()
        .sql("SELECT alerted_at FROM match WHERE need_id = :need AND listing_id = :listing")
        .param("need", need)
        .param("listing", listing)
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }

  @Test
  void the_preview_plays_the_last_month_and_grows_with_the_budget() {
    var need = waiting("竹を細かく砕いて肥料にしたい", "放置された竹を粉に砕いて畑の肥料にする機械。", 5);
    for (var i = 0; i < 6; i++) {
      arrive(States.listing("竹を粉に砕く機械 " + i, "放置された竹を畑の肥料にできない。"));
    }
    var path = "/api/v1/needs/" + need.id() + "/alert-preview?budgetPerWeek=";
    var one = service.get(path + 1, TOKEN).json();
    var many = service.get(path + 20, TOKEN).json();
    assertThat(service.get(path + 0, TOKEN).json().path("alerts").asInt(-1)).isZero();
    assertThat(one.path("alerts").asInt()).isBetween(1, many.path("alerts").asInt());
    assertThat(many.path("arrivals").asLong()).isGreaterThanOrEqualTo(16);
    assertThat(many.path("weeks")).hasSize(4);
    assertThat(service.get(path + 101, TOKEN).status()).isEqualTo(400);
    var stranger =
        TestIssuer.shared().token(Ids.next(), OrganisationKind.SEEKER, MemberRole.EDITOR);
    assertThat(service.get(path + 5, stranger).status()).isEqualTo(404);
    var written =
        service.post(
            "/api/v1/search/alert-preview",
            "{\"text\":\"放置された竹を粉に砕いて畑の肥料にする機械\",\"budgetPerWeek\":5}",
            TOKEN);
    assertThat(written.status()).isEqualTo(200);
    assertThat(written.json().path("alerts").asInt()).isPositive();
  }

  @Test
  void answers_in_sum_move_the_bar_and_declined_terms_do_not() {
    var shipped = Calibration.shipped();
    var need = waiting("貝殻から糊を作りたい", "捨てられる貝殻を焼いて糊の原料にする方法を探している。", 20);
    var shells = new ListingState[4];
    for (var i = 0; i < shells.length; i++) {
      shells[i] = States.listing("貝殻を焼いて糊にする方法 " + i, "捨てられる貝殻を使えない。");
      arrive(shells[i]);
    }
    for (var shell : shells) {
      answer(need.id(), shell.id(), Map.of("answer", "NO", "reason", "TERMS_DO_NOT_FIT"));
    }
    assertThat(learn().base()).isEqualTo(shipped.base());
    for (var shell : shells) {
      answer(need.id(), shell.id(), Map.of("answer", "NO", "reason", "NOT_OUR_FIELD"));
    }
    assertThat(learn().base()).isLessThan(shipped.base());
    assertThat(service.count("SELECT answers FROM calibration")).isEqualTo(shells.length);
  }

  private static Calibration learn() {
    return service.part(LearnFromAll.class).run();
  }

  private static void answer(UUID need, UUID listing, Map<String, String> body) {
    var id =
        service
            .database()
            .sql("SELECT id FROM match WHERE need_id = :need AND listing_id = :listing")
            .param("need", need)
            .param("listing", listing)
            .query(UUID.class)
            .single();
    var json = dev.musubi.model.event.EventJson.mapper().writeValueAsString(body);
    assertThat(service.post("/api/v1/matches/" + id + "/feedback", json, TOKEN).status())
        .isEqualTo(200);
    await().atMost(PATIENCE).until(service::idle);
  }
}
