package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.application.HintClearance;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Near patents that are not on offer, and what must never be named among them. */
final class ClearanceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final World WORLD = new World().withoutKafka().withModel();
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  /**
   * Listings of these tests have one number; it must not be on offer for its patent to be named.
   */
  private static ListingState numbered(ListingState listing, String number) {
    var right = listing.rights().getFirst();
    var its =
        new ListingState.Right(
            right.kind(),
            "JP",
            null,
            null,
            number,
            "公報の名称 " + number,
            null,
            null,
            null,
            null,
            right.status());
    return new ListingState(
        listing.id(),
        listing.version(),
        listing.organisationId(),
        listing.state(),
        listing.texts(),
        List.of(its),
        listing.owners(),
        listing.offers(),
        listing.classifications(),
        listing.fields(),
        listing.functions(),
        listing.prefecture(),
        listing.jsic(),
        listing.trl(),
        listing.protection(),
        listing.expiresOn(),
        listing.sample(),
        listing.bulk(),
        listing.publishedAt(),
        listing.changedAt());
  }

  private static ListingState listing(String title, String number) {
    return numbered(States.listing(title, "黒い樹脂を見分けられない。"), number);
  }

  private static void settle() {
    await().atMost(PATIENCE).until(service::idle);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              service.part(HintClearance.class).embed();
              return service.count("SELECT count(*) FROM known_patent WHERE model IS NULL") == 0;
            });
  }

  private static JsonNode near(UUID listing) {
    return service.get("/api/v1/search/listings/" + listing + "/near", null).json().path("items");
  }

  @Test
  void a_patent_that_was_taken_back_is_named_by_its_gazette_alone() {
    var open = listing("廃プラスチックを近赤外線で選別する装置", "6000001");
    var back = listing("廃プラスチックを近赤外線で選別する秘伝の装置", "6000002");
    var promised = listing("廃プラスチックを近赤外線で選別する共同研究の装置", "6000003");
    service.take(open, back, promised);
    settle();
    assertThat(near(open.id())).isEmpty();

    var partner =
        new ListingState.Protection(
            "共同研究先", null, null, List.of(ListingState.Offer.Kind.NON_EXCLUSIVE));
    service.take(
        States.next(back, ListingState.State.WITHDRAWN),
        States.next(States.next(promised, partner), ListingState.State.WITHDRAWN));
    settle();

    var named = near(open.id());
    assertThat(named).hasSize(1);
    assertThat(named.at("/0/rights/0/registrationNumber").asString()).isEqualTo("6000002");
    assertThat(named.toString())
        .contains("公報の名称 6000002")
        .doesNotContain("秘伝")
        .doesNotContain(back.id().toString())
        .doesNotContain("みなと大学")
        .doesNotContain("WITHDRAWN");

    service.take(
        States.next(States.next(back, ListingState.State.WITHDRAWN), ListingState.State.PUBLISHED));
    settle();
    assertThat(near(open.id())).as("on offer again").isEmpty();
  }

  @Test
  void an_operator_makes_patents_known_that_nobody_offers() {
    var open = listing("海水から塩を取り出す膜の装置", "6100001");
    service.take(open);
    settle();
    var record =
        "{\"patents\":[{\"number\":\"特許第6100002号\",\"title\":\"海水から塩を取り出す膜装置\",\"summary\":"
            + "\"黒い樹脂を見分けられない。海水から塩を取り出す膜の装置。\",\"ipc\":[\"B07C5/342\"]},"
            + "{\"number\":\"特許第6100001号\",\"title\":\"海水から塩を取り出す膜の装置\",\"summary\":"
            + "\"海水から塩を取り出す膜の装置。\",\"ipc\":[\"B07C5/342\"]}]}";
    var stranger = service.post("/internal/known-patents", record, null);
    assertThat(stranger.status()).isIn(401, 403);
    var operator = TestIssuer.shared().operatorToken();
    var kept = service.post("/internal/known-patents", record, operator);
    assertThat(kept.status()).as(kept.json().toString()).isEqualTo(200);
    settle();
    assertThat(near(open.id())).hasSize(1);
    assertThat(near(open.id()).at("/0/rights/0/registrationNumber").asString())
        .as("not the one that is on offer")
        .isEqualTo("6100002");
    var wrong =
        service.post(
            "/internal/known-patents",
            "{\"patents\":[{\"number\":\"no number\",\"title\":\"x\",\"ipc\":[\"B07C\"]}]}",
            operator);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().toString()).contains("/patents/0/number");
  }
}
