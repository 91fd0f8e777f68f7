package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.application.DrawLandscape;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.NeedState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map of what is on offer against what is needed. */
final class LandscapeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final World WORLD = new World().withoutKafka().withModel();
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    service.take(States.organisation(States.FIRM, OrganisationKind.SEEKER, "谷口樹脂", List.of()));
    for (var i = 0; i < 8; i++) {
      service.take(
          States.listing("廃プラスチックを選別する装置 " + i, "黒い樹脂を見分けられない。"),
          States.listing("日本酒の発酵を見守るセンサー " + i, "酒蔵の発酵の温度が分からない。"));
    }
    await().atMost(PATIENCE).until(service::idle);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  private static NeedState hidden(String title, String text) {
    return States.need(
        Ids.next(), 1, NeedState.State.ACTIVE, title, text, NeedState.Visibility.PRIVATE);
  }

  @Test
  void groups_are_named_by_their_words_and_no_private_need_can_be_told_from_them() {
    service.part(DrawLandscape.class).run(0);
    var before = service.get("/api/v1/landscape", null);
    assertThat(before.status()).isEqualTo(200);
    assertThat(before.json().path("listings").asLong()).isEqualTo(16);
    assertThat(before.json().path("groups").toString()).contains("プラスチック").contains("センサー");
    assertThat(before.json().at("/groups/0/words/en")).isNotEmpty();
    assertThat(before.json().at("/classes/0/ipc").asString()).isEqualTo("B07");
    assertThat(before.json().at("/classes/0/balance").asString()).isEqualTo("UNUSED");

    service.take(hidden("潜水艦の塗料", "秘密の潜水艦に塗る、音を吸う塗料がほしい。"));
    service.take(States.need("廃プラスチックを分けたい", "黒い樹脂を選別したい。"));
    await().atMost(PATIENCE).until(service::idle);
    assertThat(service.part(DrawLandscape.class).run(0)).isTrue();

    var after = service.get("/api/v1/landscape", null).json();
    assertThat(after.path("needs").asLong()).as("the public one alone").isEqualTo(1);
    assertThat(after.toString()).doesNotContain("潜水艦");
    var needed = 0L;
    for (var group : after.path("groups")) {
      needed += group.path("needs").asLong();
    }
    assertThat(needed).isEqualTo(1);
    assertThat(service.part(DrawLandscape.class).run(0)).as("nothing has changed").isFalse();
  }
}
