package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.search.LogicalIndex;
import dev.musubi.testkit.identity.TestIssuer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped model beside the other legs: first without vectors, then with them. */
final class VectorsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final World WORLD = new World().withoutKafka().withModel();

  /** Answers and matches, and leaves the vectors of documents to the other. */
  private static Instance service;

  private static Instance embedding;

  @BeforeAll
  static void start() {
    service = WORLD.with("MUSUBI_EMBEDDINGS_THREADS", "0").start();
    embedding = WORLD.with("MUSUBI_EMBEDDINGS_THREADS", "1").start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    service.take(States.english("Hull coating against barnacles", "Ships lose speed."));
    service.take(States.listing("日本酒の香りを保つ容器", "栓を開けると香りが失われる。"));
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void pair_is_scored_again_when_the_vector_comes_and_no_second_alert_is_given() {
    var need = States.need("工場の床で人が滑って転ぶのを防ぎたい", "油で濡れた床でも滑らない靴底を探している。");
    service.take(need);
    await().atMost(PATIENCE).until(service::idle);
    var listing = States.listing("油で濡れた床でも滑らない靴底", "工場の床は油で滑りやすく、人が転ぶ。");
    embedding.close();
    service.take(listing);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    assertThat(service.legs(need.id(), listing.id())).contains("text").doesNotContain("vectors");
    embedding = WORLD.start();
    await().atMost(PATIENCE).until(() -> service.legs(need.id(), listing.id()).contains("vectors"));
    await().atMost(PATIENCE).until(service::idle);
    var events =
        service.matchEvents().stream()
            .filter(it -> it.listingId().equals(listing.id()) && it.needId().equals(need.id()))
            .toList();
    assertThat(events.getFirst().legs()).doesNotContain("vectors");
    assertThat(events.getFirst().reasons()).isNotEmpty().noneMatch(VectorsIT::isPassage);
    assertThat(events.getLast().reasons()).anyMatch(VectorsIT::isPassage);
    assertThat(events.getLast().legs()).contains("text", "vectors");
    assertThat(events.stream().map(MatchState::id).distinct()).hasSize(1);
    assertThat(events.getLast().worthAlert()).isTrue();
    assertThat(alerts(need.id(), listing.id())).isEqualTo(1);
  }

  private static boolean isPassage(Reason reason) {
    return reason.kind() == Reason.Kind.PASSAGE;
  }

  private static long alerts(java.util.UUID need, java.util.UUID listing) {
    return service
        .database()
        .sql("SELECT count(alerted_at) FROM match WHERE need_id = :need AND listing_id = :listing")
        .param("need", need)
        .param("listing", listing)
        .query(Long.class)
        .single();
  }

  @Test
  void meaning_finds_what_shares_no_word() {
    var listing =
        States.english(
            "Sole for footwear with high friction on lubricated surfaces",
            "Workers lose their footing on greasy floors. The tread drains oil away.");
    service.take(listing);
    await().atMost(PATIENCE).until(service::idle);
    var q = URLEncoder.encode("油の上でも転ばない靴がほしい", StandardCharsets.UTF_8);
    var answer = service.get("/api/v1/search/listings?q=" + q, null).json();
    assertThat(answer.at("/legs/vectors").asString()).isEqualTo("ok");
    assertThat(answer.path("hits").toString()).contains(listing.id().toString());
  }

  @Test
  void nearest_sentence_is_one_that_stands_in_the_listing() {
    var need = States.need("海水から真水を少ない電気で作りたい", "離島で飲み水を作る装置を探している。");
    service.take(need);
    var text = "島では飲み水が足りない。太陽熱で海水を温め、膜で真水だけを取り出す。電気をほとんど使わない。";
    var listing = States.listing("太陽熱による海水の淡水化装置", text);
    service.take(listing);
    await().atMost(PATIENCE).until(() -> service.legs(need.id(), listing.id()).contains("vectors"));
    await().atMost(PATIENCE).until(service::idle);
    var passages =
        service.reasons(need.id(), listing.id()).stream()
            .filter(it -> it.kind() == Reason.Kind.PASSAGE)
            .toList();
    assertThat(passages).hasSize(1);
    assertThat(text).contains(passages.getFirst().listingWords().getFirst());
  }

  @Test
  void sentences_are_never_embedded_twice_and_a_rebuild_has_them_at_once() {
    var listing = States.listing("雪の重さで折れない支柱", "果樹園の支柱は雪の重さで折れる。炭素繊維の芯がそれを防ぐ。毎年の立て直しがいらない。");
    service.take(listing);
    await().atMost(PATIENCE).until(service::idle);
    var operator = TestIssuer.shared().operatorToken();
    var made = made();
    assertThat(made).isPositive();
    var before = index().current();
    service.post("/internal/reindex", "", operator);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                service
                    .get("/internal/reindex", operator)
                    .json()
                    .path("state")
                    .asString("")
                    .equals("DONE"));
    assertThat(index().current()).isNotEqualTo(before);
    assertThat(made()).isEqualTo(made);
    var body = new JsonMapper().createObjectNode();
    body.putObject("query").putObject("ids").putArray("values").add(listing.id().toString());
    var document = index().search(body).at("/hits/hits/0/_source");
    assertThat(document.at("/sentences/vectors").asString("")).isNotEmpty();
    assertThat(document.path("sentences_model").asString())
        .isEqualTo(document.path("vector_model").asString());
  }

  private static LogicalIndex index() {
    return service.part(MatchingIndices.class).listings();
  }

  private static long made() {
    return service.database().sql("SELECT count(*) FROM sentences").query(Long.class).single();
  }
}
