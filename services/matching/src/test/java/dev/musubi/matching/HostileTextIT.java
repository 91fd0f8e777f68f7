package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed or written as a need: a clear answer in bounded time, by all three legs. */
final class HostileTextIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Far longer than any leg may be waited for; a slow query would exceed it even on a busy day. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final World WORLD = new World().withoutKafka().withModel();
  private static final ListingState SORTING =
      States.listing("廃プラスチックを近赤外線で選別する装置", "黒い樹脂を見分けられない。鉄の溶接と体積も測る。");
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    service.take(SORTING);
    for (var other : List.of("日本酒の香りを保つ容器", "船底に貝がつかない塗料", "木材を燃えにくくする薬剤")) {
      service.take(States.listing(other, "これまでの品では長く持たない。"));
    }
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  static List<String> texts() {
    return List.of(
        "廃プラスチックの選別 ".repeat(20_000).substring(0, 200_000),
        "x".repeat(200_000),
        "あ",
        "?",
        "😀🦾".repeat(50),
        "the of and to in",
        "の は を に が です ます",
        "廃plastic選別sortingする機械machine Пластик 塑料 플라스틱",
        "ﾌﾟﾗｽﾁｯｸ ＳＯＲＴＩＮＧ　１２３",
        "廢プラスチツクの選別、鐵と體",
        "㌧㍑①Ⅳ㈱",
        "\uD800 lone \uDFFF surrogates \uE000\uE001",
        "\"AND OR NOT (*:*) [a TO b] {}/\\ \u00a5 -- ; drop table",
        "a\u0301".repeat(3_000),
        "１０～２０℃〜３０−４０℃、∥平行‖、センサ－とセンサ―",
        "⻑い⻑い⻄の⻘い⻣⻭⻝⻲",
        "\u3099\u309a\ufe00".repeat(2_000),
        " ".repeat(1_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void search_answers_whatever_is_typed(String text) {
    var body = EventJson.mapper().writeValueAsString(Map.of("q", text, "lang", "ja"));
    var from = System.nanoTime();
    var answer = service.post("/api/v1/search/listings", body, null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(LONGEST);
    assertThat(answer.json().path("total").isNumber()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void need_is_matched_whatever_is_written_in_it(String text) {
    var need = States.need("廃プラスチックの選別", text);
    service.take(need);
    await().atMost(PATIENCE).until(service::idle);
    assertThat(service.count("SELECT count(*) FROM task WHERE parked")).isZero();
    var matched =
        service
            .database()
            .sql("SELECT matched_version FROM need WHERE id = :id")
            .param("id", need.id())
            .query(Long.class)
            .single();
    assertThat(matched).isEqualTo(need.version());
  }

  @Test
  void control_characters_are_refused_in_words() {
    var typed = "廃\u0000プラ\u0007スチック\u200b\u202e\u2028選別";
    var body = EventJson.mapper().writeValueAsString(Map.of("q", typed));
    var answer = service.post("/api/v1/search/listings", body, null);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("type").asString()).isNotBlank();
  }

  @Test
  void letters_that_only_look_alike_mean_the_same() {
    var listing = States.listing("長い骨を１０〜２０℃で接ぐ鉄の金具", "青い樹脂と西陣織の糸でも接げる。");
    service.take(listing);
    await().atMost(PATIENCE).until(service::idle);
    for (var typed : List.of("⻑い⻣ 鐵 金具", "長い骨 10～20℃ 鉄 金具", "⻘い樹脂 ⻄陣織 絲")) {
      var body = EventJson.mapper().writeValueAsString(Map.of("q", typed));
      var hits = service.post("/api/v1/search/listings", body, null).json();
      assertThat(hits.at("/hits/0/listingId").asString())
          .as(typed)
          .isEqualTo(listing.id().toString());
    }
  }

  @Test
  void full_width_old_and_half_width_letters_mean_the_same() {
    for (var typed : List.of("ﾌﾟﾗｽﾁｯｸ 選別", "プラスチック 選別", "廢プラスチック 選別")) {
      var body = EventJson.mapper().writeValueAsString(Map.of("q", typed));
      var hits = service.post("/api/v1/search/listings", body, null).json();
      assertThat(hits.at("/hits/0/listingId").asString()).isEqualTo(SORTING.id().toString());
      assertThat(hits.at("/hits/0/reasons").toString()).contains("プラスチック");
    }
  }
}
