package dev.musubi.deals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.deals.world.Instance;
import dev.musubi.deals.world.Scene;
import dev.musubi.deals.world.World;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.model.event.NeedState.Visibility;
import dev.musubi.testkit.api.ApiAnswer;
import dev.musubi.testkit.api.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of an inquiry. */
class AnswerIT {
  private static final World WORLD = new World().withoutKafka();
  private static final String ACCEPT = "{\"answer\":\"accept\",\"message\":\"ぜひお話ししましょう。\"}";
  private static final String DECLINE = "{\"answer\":\"decline\",\"reason\":\"TERMS\"}";
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  private static ApiAnswer post(ApiClient who, UUID deal, String part, long version, String body) {
    return who.change("POST", Scene.path(deal, part), version, body);
  }

  private static List<String> types(UUID deal) {
    return service.told(deal).stream().map(Instance.Told::type).toList();
  }

  @Test
  void owner_accepts_and_both_write() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    ApiAnswer accepted = post(service.owner(scene.owner()), deal, "/answer", 1, ACCEPT);
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.text("/stage")).isEqualTo("IN_TALKS");
    assertThat(accepted.version()).isEqualTo(2);
    ApiAnswer written =
        service
            .firm(scene.firm())
            .post(Scene.path(deal, "/messages"), "{\"message\":\"来週はいかがですか。\"}");
    assertThat(written.status()).isEqualTo(201);
    assertThat(written.json().path("messages").valueStream().map(it -> it.path("side").asString()))
        .containsExactly("SEEKER", "OWNER", "SEEKER");
    assertThat(written.body()).doesNotContain("account");
    assertThat(types(deal))
        .containsExactly(
            "dev.musubi.deal.inquired.v1",
            "dev.musubi.deal.answered.v1",
            "dev.musubi.deal.message-written.v1");
    assertThat(service.told(deal).getLast().state().version()).isEqualTo(3);
  }

  @Test
  void owner_declines_with_a_reason_that_others_can_learn_from() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    ApiClient owner = service.owner(scene.owner());
    ApiAnswer without = post(owner, deal, "/answer", 1, "{\"answer\":\"decline\"}");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.wrongFields()).containsExactly("/reason");
    assertThat(post(owner, deal, "/answer", 1, "{\"answer\":\"later\",\"x\":1}").wrongFields())
        .containsExactlyInAnyOrder("/answer", "/x");
    assertThat(post(owner, deal, "/answer", 1, DECLINE).text("/declineReason")).isEqualTo("TERMS");
    assertThat(service.told(deal).getLast().state().stage()).isEqualTo(Stage.DECLINED);
    assertThat(service.told(deal).getLast().state().declineReason()).isEqualTo("TERMS");
    ApiAnswer late = post(service.firm(scene.firm()), deal, "/withdraw", 2, "{}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("inquiry-answered");
    assertThat(service.firm(scene.firm()).post("/api/v1/deals", scene.inquiry()).status())
        .as("after an end the firm may ask again")
        .isEqualTo(201);
  }

  @Test
  void change_needs_the_version_that_stands() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    ApiClient owner = service.owner(scene.owner());
    ApiAnswer without = owner.send("POST", Scene.path(deal, "/answer"), ACCEPT, Map.of());
    assertThat(without.status()).isEqualTo(428);
    service.firm(scene.firm()).post(Scene.path(deal, "/messages"), "{\"message\":\"追伸です。\"}");
    ApiAnswer stale = post(owner, deal, "/answer", 1, ACCEPT);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.problem()).isEqualTo("version-conflict");
    assertThat(owner.get(Scene.path(deal, "")).text("/stage")).isEqualTo("INQUIRY");
    assertThat(post(owner, deal, "/answer", 2, ACCEPT).status()).isEqualTo(200);
  }

  @Test
  void of_two_answers_at_once_one_counts() throws Exception {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    ApiClient owner = service.owner(scene.owner());
    List<Integer> statuses = List.of();
    try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiAnswer>> answers =
          two.invokeAll(
              List.of(
                  () -> post(owner, deal, "/answer", 1, ACCEPT),
                  () -> post(owner, deal, "/answer", 1, DECLINE)));
      statuses = answers.stream().map(it -> it.resultNow().status()).sorted().toList();
    }
    assertThat(statuses).containsExactly(200, 412);
    assertThat(types(deal))
        .containsExactly("dev.musubi.deal.inquired.v1", "dev.musubi.deal.answered.v1");
  }

  @Test
  void messages_at_once_are_all_there() throws Exception {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.talking();
    String path = Scene.path(deal, "/messages");
    try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiAnswer>> answers =
          two.invokeAll(
              List.of(
                  () -> service.firm(scene.firm()).post(path, "{\"message\":\"甲\"}"),
                  () -> service.owner(scene.owner()).post(path, "{\"message\":\"乙\"}")));
      assertThat(answers).allSatisfy(it -> assertThat(it.resultNow().status()).isEqualTo(201));
    }
    ApiAnswer seen = service.owner(scene.owner()).get(Scene.path(deal, ""));
    assertThat(seen.body()).contains("甲", "乙");
    assertThat(seen.version()).isEqualTo(4);
  }

  @Test
  void firm_tells_its_name_and_its_broker_cannot() {
    Scene scene = Scene.in(service, Visibility.BROKER);
    String path =
        service
            .broker(scene.broker())
            .post("/api/v1/deals", scene.inquiryByBroker(true))
            .header("Location");
    UUID deal = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    assertThat(post(service.broker(scene.broker()), deal, "/reveal", 1, "").status())
        .isEqualTo(403);
    assertThat(post(service.owner(scene.owner()), deal, "/reveal", 1, "").status()).isEqualTo(403);
    ApiAnswer revealed = post(service.firm(scene.firm()), deal, "/reveal", 1, "");
    assertThat(revealed.status()).isEqualTo(200);
    assertThat(service.owner(scene.owner()).get(path).text("/seekerName")).isEqualTo("谷口樹脂");
    assertThat(service.told(deal).getLast().state().anonymous()).isFalse();
    ApiAnswer again = post(service.firm(scene.firm()), deal, "/reveal", 2, "");
    assertThat(again.problem()).isEqualTo("not-anonymous");
  }

  @Test
  void firm_takes_its_inquiry_back_and_the_owner_cannot() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    assertThat(post(service.owner(scene.owner()), deal, "/withdraw", 1, "{}").status())
        .isEqualTo(403);
    ApiAnswer back =
        post(service.firm(scene.firm()), deal, "/withdraw", 1, "{\"message\":\"不要になりました。\"}");
    assertThat(back.json().path("withdrawn").asBoolean()).isTrue();
    assertThat(back.json().path("actions").size()).isZero();
    assertThat(post(service.owner(scene.owner()), deal, "/answer", 2, ACCEPT).problem())
        .isEqualTo("inquiry-answered");
    assertThat(service.told(deal).getLast().state().stage()).isEqualTo(Stage.CLOSED);
  }

  @Test
  void either_side_ends_the_talks_and_nothing_follows() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID waiting = scene.asked();
    assertThat(post(service.owner(scene.owner()), waiting, "/close", 1, "{}").problem())
        .isEqualTo("not-in-talks");
    post(service.owner(scene.owner()), waiting, "/answer", 1, ACCEPT);
    ApiAnswer closed =
        post(service.firm(scene.firm()), waiting, "/close", 2, "{\"reason\":\"NO_AGREEMENT\"}");
    assertThat(closed.text("/stage")).isEqualTo("CLOSED");
    assertThat(closed.text("/closeReason")).isEqualTo("NO_AGREEMENT");
    assertThat(closed.text("/closedBy")).isEqualTo("SEEKER");
    ApiAnswer late =
        service
            .owner(scene.owner())
            .post(Scene.path(waiting, "/messages"), "{\"message\":\"もう一度\"}");
    assertThat(late.problem()).isEqualTo("deal-ended");
  }

  @Test
  void overdue_answer_is_told_once_by_however_many_instances() throws Exception {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    service.remind();
    assertThat(types(deal)).hasSize(1);
    WORLD.clock().jump(Duration.ofDays(15));
    try {
      try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 4; i++) {
          many.execute(service::remind);
        }
      }
      assertThat(types(deal))
          .containsExactly("dev.musubi.deal.inquired.v1", "dev.musubi.deal.answer-overdue.v1");
      ApiAnswer seen = service.owner(scene.owner()).get(Scene.path(deal, ""));
      assertThat(seen.json().path("overdue").asBoolean()).isTrue();
      assertThat(post(service.owner(scene.owner()), deal, "/answer", 2, ACCEPT).status())
          .isEqualTo(200);
    } finally {
      WORLD.clock().jump(Duration.ofDays(-15));
    }
  }

  @Test
  void others_cannot_tell_that_there_is_a_deal() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.talking();
    for (OrganisationKind kind : OrganisationKind.values()) {
      ApiClient other = service.member(Ids.next(), kind, MemberRole.ADMIN);
      assertThat(other.get(Scene.path(deal, "")).status()).as(kind.name()).isEqualTo(404);
      assertThat(other.get("/api/v1/deals").json().path("items").size()).isZero();
      for (String part : List.of("/answer", "/withdraw", "/close", "/reveal")) {
        String body = part.equals("/answer") ? ACCEPT : "{}";
        assertThat(post(other, deal, part, 2, body).status()).as(kind + part).isEqualTo(404);
      }
      assertThat(other.post(Scene.path(deal, "/messages"), "{\"message\":\"x\"}").status())
          .isEqualTo(404);
    }
  }

  @Test
  void viewer_reads_and_changes_nothing() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID deal = scene.asked();
    ApiClient viewer = service.member(scene.owner(), OrganisationKind.OWNER, MemberRole.VIEWER);
    assertThat(viewer.get(Scene.path(deal, "")).status()).isEqualTo(200);
    assertThat(post(viewer, deal, "/answer", 1, ACCEPT).status()).isEqualTo(403);
    assertThat(viewer.post(Scene.path(deal, "/messages"), "{\"message\":\"x\"}").status())
        .isEqualTo(403);
  }

  @Test
  void list_pages_through_the_own_deals_by_stage_latest_first() {
    Scene scene = Scene.in(service, Visibility.PUBLIC);
    UUID first = scene.asked();
    post(service.owner(scene.owner()), first, "/answer", 1, DECLINE);
    UUID second = scene.asked();
    post(service.firm(scene.firm()), second, "/withdraw", 1, "{}");
    UUID third = scene.asked();
    ApiClient owner = service.owner(scene.owner());
    ApiAnswer page = owner.get("/api/v1/deals?limit=2");
    assertThat(page.json().path("items").valueStream().map(it -> it.path("id").asString()))
        .containsExactly(third.toString(), second.toString());
    ApiAnswer rest = owner.get("/api/v1/deals?limit=2&cursor=" + page.text("/next"));
    assertThat(rest.text("/items/0/id")).isEqualTo(first.toString());
    assertThat(rest.json().path("next").isNull()).isTrue();
    assertThat(owner.get("/api/v1/deals?stage=CLOSED").text("/items/0/id"))
        .isEqualTo(second.toString());
    assertThat(owner.get("/api/v1/deals?stage=DECLINED").json().path("items").size()).isEqualTo(1);
  }
}
