package dev.musubi.deals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.world.Instance;
import dev.musubi.deals.world.Scene;
import dev.musubi.deals.world.World;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState.Visibility;
import dev.musubi.testkit.api.ApiAnswer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A firm or its broker asks; who may not is told why. */
class InquiryIT {
  private static final World WORLD = new World().withoutKafka();
  private static final String DEALS = "/api/v1/deals";
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void firm_asks_from_a_match_and_the_owner_sees_who_asks_about_what() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    ApiAnswer asked = service.firm(scene.firm()).post(DEALS, scene.inquiry());
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.header("Location")).isEqualTo(DEALS + "/" + asked.text("/id"));
    assertThat(asked.header("ETag")).isEqualTo("\"1\"");
    assertThat(asked.text("/side")).isEqualTo("SEEKER");
    assertThat(asked.json().path("actions").toString()).contains("withdraw", "message");
    ApiAnswer seen = service.owner(scene.owner()).get(asked.header("Location"));
    assertThat(seen.text("/seekerName")).isEqualTo("谷口樹脂");
    assertThat(seen.text("/needTitle")).isEqualTo("廃プラを分けたい");
    assertThat(seen.text("/listingTitle/1/text")).isEqualTo("Sorting waste plastics");
    assertThat(seen.text("/message")).isEqualTo("月に20トンの選別に使えますか。");
    assertThat(seen.json().path("actions").toString()).contains("answer");
    assertThat(seen.text("/notices/0/text")).contains("秘密保持契約");
    ApiAnswer english = service.owner(scene.owner()).speaking("en").get(asked.header("Location"));
    assertThat(english.text("/seekerName")).isEqualTo("Taniguchi Resin");
    assertThat(english.text("/notices/0/text")).contains("non-disclosure agreement");
  }

  @Test
  void need_that_is_not_public_hides_its_firm_unless_the_firm_says_otherwise() {
    for (Visibility visibility : Visibility.values()) {
      Scene scene = Scene.in(service, visibility);
      ApiAnswer seen = service.owner(scene.owner()).get(Scene.path(scene.asked(), ""));
      boolean named = visibility == Visibility.PUBLIC;
      assertThat(seen.json().path("anonymous").asBoolean()).isEqualTo(!named);
      assertThat(seen.body().contains("谷口樹脂")).isEqualTo(named);
      assertThat(seen.body().contains(scene.firm().toString())).isEqualTo(named);
      boolean needShown = named || visibility == Visibility.ANONYMOUS;
      assertThat(seen.body().contains(scene.need().toString())).isEqualTo(needShown);
      assertThat(seen.body().contains(scene.match().toString())).isEqualTo(needShown);
    }
    Scene open = Scene.in(service, Visibility.PRIVATE);
    String named =
        "{\"listingId\":\"%s\",\"anonymous\":false,\"message\":\"伺います。\"}"
            .formatted(open.listing());
    ApiAnswer asked = service.firm(open.firm()).post(DEALS, named);
    assertThat(service.owner(open.owner()).get(asked.header("Location")).body()).contains("谷口樹脂");
  }

  @Test
  void broker_asks_for_its_firm_and_the_owner_learns_the_broker_alone() {
    Scene scene = Scene.in(service, Visibility.BROKER);
    ApiAnswer asked = service.broker(scene.broker()).post(DEALS, scene.inquiryByBroker(true));
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    assertThat(asked.text("/side")).isEqualTo("BROKER");
    assertThat(asked.text("/seekerName")).isEqualTo("谷口樹脂");
    assertThat(asked.text("/messages/0/side")).isEqualTo("BROKER");
    ApiAnswer seen = service.owner(scene.owner()).get(asked.header("Location"));
    assertThat(seen.text("/brokerName")).isEqualTo("結び手");
    assertThat(seen.body()).doesNotContain("谷口樹脂", scene.firm().toString());
    ApiAnswer ownFirm = service.firm(scene.firm()).get(asked.header("Location"));
    assertThat(ownFirm.text("/side")).isEqualTo("SEEKER");
  }

  @Test
  void broker_asks_for_nobody_without_a_mandate_and_never_from_a_private_need() {
    Scene scene = Scene.in(service, Visibility.PRIVATE);
    ApiAnswer stranger = service.broker(Ids.next()).post(DEALS, scene.inquiryByBroker(true));
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.problem()).isEqualTo("mandate-missing");
    ApiAnswer secret = service.broker(scene.broker()).post(DEALS, scene.inquiryByBroker(true));
    assertThat(secret.status()).isEqualTo(422);
    assertThat(secret.wrongFields()).containsExactly("/matchId");
    ApiAnswer forNobody = service.broker(scene.broker()).post(DEALS, scene.inquiry());
    assertThat(forNobody.wrongFields()).containsExactly("/onBehalfOf");
  }

  @Test
  void mandate_that_ended_takes_the_deal_from_the_broker_and_leaves_it_to_the_firm() {
    Scene scene = Scene.in(service, Visibility.BROKER);
    String deal =
        service.broker(scene.broker()).post(DEALS, scene.inquiryByBroker(true)).header("Location");
    service.know(
        known ->
            known.keep(
                new FirmFacts(scene.firm(), OrganisationKind.SEEKER, "谷口樹脂", null, Set.of()), 2));
    assertThat(service.broker(scene.broker()).get(deal).status()).isEqualTo(404);
    assertThat(service.broker(scene.broker()).get(DEALS).json().path("items").size()).isZero();
    assertThat(service.firm(scene.firm()).get(deal).status()).isEqualTo(200);
    String message = "{\"message\":\"続けます。\"}";
    assertThat(service.broker(scene.broker()).post(deal + "/messages", message).status())
        .isEqualTo(404);
    assertThat(service.firm(scene.firm()).post(deal + "/messages", message).status())
        .isEqualTo(201);
  }

  @Test
  void only_seekers_and_those_who_may_write_for_them_ask() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    for (OrganisationKind kind : OrganisationKind.values()) {
      ApiAnswer answer =
          service.member(Ids.next(), kind, MemberRole.ADMIN).post(DEALS, scene.inquiry());
      assertThat(answer.status()).as(kind.name()).isBetween(403, 422);
      assertThat(answer.body()).doesNotContain(scene.firm().toString());
    }
    ApiAnswer viewer =
        service
            .member(scene.firm(), OrganisationKind.SEEKER, MemberRole.VIEWER)
            .post(DEALS, scene.inquiry());
    assertThat(viewer.status()).isEqualTo(403);
    assertThat(service.stranger().post(DEALS, scene.inquiry()).status()).isEqualTo(401);
  }

  @Test
  void everything_wrong_in_an_inquiry_is_told_at_once() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    ApiAnswer empty = service.firm(scene.firm()).post(DEALS, "{\"onBehalfOf\":7,\"wish\":1}");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.wrongFields())
        .containsExactlyInAnyOrder("/onBehalfOf", "/wish", "/message", "/listingId");
    Scene other = Scene.in(service, Visibility.PUBLIC);
    String mixed =
        "{\"matchId\":\"%s\",\"listingId\":\"%s\",\"needId\":\"%s\",\"message\":\"伺います。\"}"
            .formatted(scene.match(), other.listing(), other.need());
    assertThat(service.firm(scene.firm()).post(DEALS, mixed).wrongFields())
        .containsExactlyInAnyOrder("/listingId", "/needId");
    assertThat(service.firm(scene.firm()).post(DEALS, other.inquiry()).wrongFields())
        .containsExactly("/matchId");
  }

  @Test
  void patent_that_was_withdrawn_meanwhile_cannot_be_asked_for_and_is_marked_in_open_deals() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    service.know(known -> known.keep(scene.listing(ListingState.State.WITHDRAWN), 2));
    assertThat(service.firm(scene.firm()).get(Scene.path(deal, "")).text("/listingState"))
        .isEqualTo("WITHDRAWN");
    Scene late = Scene.in(service, Visibility.PUBLIC);
    service.know(known -> known.keep(late.listing(ListingState.State.WITHDRAWN), 2));
    ApiAnswer refused = service.firm(late.firm()).post(DEALS, late.inquiry());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("listing-not-open");
    assertThat(refused.text("/listingState")).isEqualTo("WITHDRAWN");
  }

  @Test
  void what_is_gone_is_forgotten_and_nothing_older_brings_it_back() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    service.know(
        known -> {
          known.forgetListing(scene.listing(), 5);
          known.forgetNeed(scene.need(), 5);
          known.forgetMatch(scene.match(), 5);
          known.keep(scene.listing(ListingState.State.PUBLISHED), 4);
        });
    ApiAnswer seen = service.owner(scene.owner()).get(Scene.path(deal, ""));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.json().path("listingTitle").size()).isZero();
    assertThat(seen.json().path("needTitle").isNull()).isTrue();
    assertThat(service.firm(scene.firm()).post(DEALS, scene.inquiry()).wrongFields())
        .containsExactly("/matchId");
    String direct = "{\"listingId\":\"%s\",\"message\":\"伺います。\"}".formatted(scene.listing());
    assertThat(service.firm(scene.firm()).post(DEALS, direct).wrongFields())
        .containsExactly("/listingId");
  }

  @Test
  void same_key_asks_once_and_another_body_with_it_is_refused() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    var firm = service.firm(scene.firm());
    ApiAnswer first = firm.post(DEALS, scene.inquiry(), "k-1");
    ApiAnswer again = firm.post(DEALS, scene.inquiry(), "k-1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(firm.post(DEALS, "{\"message\":\"別\"}", "k-1").status()).isEqualTo(422);
    assertThat(service.told(UUID.fromString(first.text("/id")))).hasSize(1);
    ApiAnswer missing = firm.send("POST", DEALS, scene.inquiry(), java.util.Map.of());
    assertThat(missing.problem()).isEqualTo("idempotency-key-missing");
  }

  @Test
  void of_two_inquiries_at_once_one_stands_and_the_other_names_it() throws Exception {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    Callable<ApiAnswer> ask = () -> service.firm(scene.firm()).post(DEALS, scene.inquiry());
    List<ApiAnswer> answers = List.of();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiAnswer>> running =
          many.invokeAll(IntStream.range(0, 8).mapToObj(_ -> ask).toList());
      answers = running.stream().map(Future::resultNow).toList();
    }
    List<ApiAnswer> made = answers.stream().filter(it -> it.status() == 201).toList();
    assertThat(made).hasSize(1);
    String deal = made.getFirst().header("Location");
    assertThat(answers)
        .filteredOn(it -> it.status() != 201)
        .hasSize(7)
        .allSatisfy(
            it -> {
              assertThat(it.problem()).isEqualTo("inquiry-exists");
              assertThat(it.text("/deal")).isEqualTo(deal);
            });
  }

  @Test
  void inquiry_is_told_to_the_other_services_in_its_full_state() {
    Scene scene = Scene.in(service, Visibility.BROKER);
    String deal =
        service.broker(scene.broker()).post(DEALS, scene.inquiryByBroker(true)).text("/id");
    List<Instance.Told> told = service.told(UUID.fromString(deal));
    assertThat(told).singleElement().extracting("type").isEqualTo("dev.musubi.deal.inquired.v1");
    DealState state = told.getFirst().state();
    assertThat(state.stage()).isEqualTo(DealState.Stage.INQUIRY);
    assertThat(state.listingId()).isEqualTo(scene.listing());
    assertThat(state.needId()).isEqualTo(scene.need());
    assertThat(state.matchId()).isEqualTo(scene.match());
    assertThat(state.seekerId()).isEqualTo(scene.firm());
    assertThat(state.ownerId()).isEqualTo(scene.owner());
    assertThat(state.brokerId()).isEqualTo(scene.broker());
    assertThat(state.anonymous()).isTrue();
  }
}
