package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.NeedState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Needs and listings in two languages, by the dictionary alone: no model takes part. */
final class AcrossLanguagesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** In an index of a handful, rarity tells next to nothing, and scores are low. */
  private static final World WORLD =
      new World().withoutKafka().with("musubi.matching.least-score", "0.05");

  private static final ListingState ENGLISH =
      States.english(
          "Near-infrared sorting of waste plastics",
          "Black resins cannot be identified by ordinary optical sensors.");
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    service.take(ENGLISH);
    service.take(States.english("Hull coating against barnacles", "Ships lose speed."));
    service.take(States.listing("日本酒の香りを保つ容器", "栓を開けると香りが失われる。"));
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void japanese_need_meets_an_english_listing_and_says_which_words_met() {
    var need = States.need("廃プラスチックを分けたい", "近赤外線で樹脂を選別する方法を探している。");
    service.take(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(ENGLISH.id()));
    assertThat(service.standing(need.id()).getFirst()).isEqualTo(ENGLISH.id());
    var translations = reasons(need.id(), ENGLISH.id(), Reason.Kind.TRANSLATION);
    assertThat(translations).isNotEmpty();
    var pairs = new java.util.HashMap<String, String>();
    for (var reason : translations) {
      for (var i = 0; i < reason.needWords().size(); i++) {
        pairs.put(reason.needWords().get(i), reason.listingWords().get(i));
      }
    }
    assertThat(pairs).containsEntry("近赤外線", "Near-infrared").containsKey("選別");
    assertThat(pairs.values()).allMatch(AcrossLanguagesIT::standsInTheListing);
  }

  private static boolean standsInTheListing(String word) {
    var text = ENGLISH.texts().getFirst();
    return (text.title() + " " + text.problem()).contains(word);
  }

  @Test
  void english_listing_that_comes_later_meets_the_japanese_need() {
    var need = States.need("配管の漏れを音で見つけたい", "地下の水道管から漏水する音を検出したい。");
    service.take(need);
    await().atMost(PATIENCE).until(service::idle);
    var listing =
        States.english(
            "Acoustic detection of leaks in buried water pipes",
            "Leakage of underground piping is found too late.");
    service.take(listing);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    assertThat(reasons(need.id(), listing.id(), Reason.Kind.TRANSLATION)).isNotEmpty();
  }

  @Test
  void a_match_says_which_element_met_in_the_other_language() {
    var listing =
        States.english(
            "Damper that reduces noise of vacuum pumps", "The exhaust of vacuum pumps is loud.");
    service.take(listing);
    var need = States.need("真空ポンプの騒音を抑えたい", "研究室で使う真空ポンプの騒音を抑える方法を探している。");
    service.take(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    var elements = reasons(need.id(), listing.id(), Reason.Kind.ELEMENT);
    assertThat(elements).extracting(Reason::value).contains("efficacy");
    assertThat(elements.getFirst().needWords()).containsExactly("真空ポンプの騒音を抑える");
    assertThat(elements.getFirst().listingWords()).containsExactly("reduce noise of vacuum pumps");
  }

  @Test
  void english_need_meets_a_japanese_listing() {
    var listing = States.listing("豆腐を新鮮に保つ包装", "包装した豆腐の中の細菌を抑える。");
    service.take(listing);
    var need =
        english(
            "Packaging that keeps tofu fresh", "We want to suppress bacteria in packaged tofu.");
    service.take(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    assertThat(reasons(need.id(), listing.id(), Reason.Kind.TRANSLATION).toString())
        .contains("bacteria", "細菌");
  }

  @Test
  void words_that_tell_nothing_are_no_reasons() {
    var listing =
        States.english(
            "Directing a handful of drones along a power line",
            "Currently one person inspects the insulators of a power line.");
    service.take(listing);
    var need =
        States.need("送電線の碍子を点検したい", "人手が足りないうえ、現在は一人が一日に一つの方向しか見られない。送電線を点検するほかの方法を探している方に聞きたい。");
    service.take(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    var told = service.reasons(need.id(), listing.id());
    assertThat(told.stream().flatMap(it -> it.needWords().stream()))
        .contains("送電線")
        .doesNotContain("一", "方", "うえ", "人手", "方法", "現在", "ほか");
    assertThat(told.stream().flatMap(it -> it.listingWords().stream()))
        .contains("power line")
        .doesNotContain("handful", "Directing", "Currently", "one");
  }

  @Test
  void public_search_counts_what_was_found_in_translation() {
    var answer = search("近赤外線 選別");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(answer.at("/hits/0/listingId").asString()).isEqualTo(ENGLISH.id().toString());
    assertThat(answer.at("/hits/0/reasons").toString()).contains("TRANSLATION", "Near-infrared");
    assertThat(answer.at("/hits/0/highlights/title/0").asString()).contains("[[infrared]]");
    assertThat(answer.at("/legs/vectors").asString()).isEqualTo("off");
    assertThat(answer.path("corrected").isNull()).isTrue();
  }

  private static JsonNode search(String words) {
    var q = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return service.get("/api/v1/search/listings?q=" + q, null).json();
  }

  private static NeedState english(String title, String text) {
    return States.need(title, text);
  }

  private static List<Reason> reasons(UUID need, UUID listing, Reason.Kind kind) {
    return service.reasons(need, listing).stream().filter(it -> it.kind() == kind).toList();
  }
}
