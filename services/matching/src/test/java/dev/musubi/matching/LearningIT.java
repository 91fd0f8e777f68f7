package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.identity.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a firm answers moves the need's list at once. */
final class LearningIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final World WORLD = new World().withoutKafka().withModel();
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    for (var other : List.of("日本酒の香りを保つ容器", "船底に貝がつかない塗料", "木材を燃えにくくする薬剤")) {
      service.take(States.listing(other, "これまでの品では長く持たない。"));
    }
    service.take(States.organisation(States.FIRM, OrganisationKind.SEEKER, "谷口樹脂", List.of()));
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void yes_lifts_what_is_alike_and_not_our_field_lowers_it_but_refused_terms_do_not() {
    var magnet = States.listing("磁石で異物を取り除く方法", "食品の粉に混ざる金属の異物を磁石で取り除く。");
    var otherMagnet = States.listing("磁石を使う異物の回収装置", "食品の粉に混ざる鉄の異物を磁石で集める。");
    var sieve = States.listing("ふるいで異物を取り除く装置", "食品の粉に混ざる大きな異物をふるいで取り除く。");
    service.take(magnet, otherMagnet, sieve);
    await().atMost(PATIENCE).until(service::idle);
    var need = States.need("食品の粉から異物を取り除きたい", "粉に混ざる異物を取り除く装置を探している。");
    service.take(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).size() == 3);
    await().atMost(PATIENCE).until(service::idle);
    var first = lead(need.id(), otherMagnet.id(), sieve.id());

    answer(need.id(), magnet.id(), Map.of("answer", "NO", "reason", "TERMS_DO_NOT_FIT"));
    assertThat(lead(need.id(), otherMagnet.id(), sieve.id())).isEqualTo(first);

    answer(need.id(), magnet.id(), Map.of("answer", "INTERESTED"));
    assertThat(lead(need.id(), otherMagnet.id(), sieve.id())).isGreaterThan(first);

    answer(need.id(), magnet.id(), Map.of("answer", "NO", "reason", "NOT_OUR_FIELD"));
    assertThat(lead(need.id(), otherMagnet.id(), sieve.id())).isLessThan(first);
  }

  private static double lead(UUID need, UUID of, UUID before) {
    return fused(need, of) - fused(need, before);
  }

  private static void answer(UUID need, UUID listing, Map<String, String> body) {
    var token = TestIssuer.shared().token(States.FIRM, OrganisationKind.SEEKER, MemberRole.EDITOR);
    var id =
        service
            .database()
            .sql("SELECT id FROM match WHERE need_id = :need AND listing_id = :listing")
            .param("need", need)
            .param("listing", listing)
            .query(UUID.class)
            .single();
    var json = dev.musubi.model.event.EventJson.mapper().writeValueAsString(body);
    var answer = service.post("/api/v1/matches/" + id + "/feedback", json, token);
    assertThat(answer.status()).isEqualTo(200);
    await().atMost(PATIENCE).until(service::idle);
  }

  /** 0 when the pair does not stand any more. */
  private static double fused(UUID need, UUID listing) {
    return service
        .database()
        .sql("SELECT fused FROM match WHERE need_id = :need AND listing_id = :listing AND active")
        .param("need", need)
        .param("listing", listing)
        .query(Double.class)
        .optional()
        .orElse(0.0);
  }
}
