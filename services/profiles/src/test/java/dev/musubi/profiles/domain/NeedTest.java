package dev.musubi.profiles.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.model.Ids;
import dev.musubi.model.Jsic;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.Prefecture;
import dev.musubi.model.event.NeedState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final NeedContent CONTENT =
      new NeedContent(
          "ja",
          "題",
          "文",
          new NeedState.Elements(List.of(), List.of(), List.of(), List.of(), List.of()),
          new NeedState.Constraints(List.of(), List.of(), null, null, List.of()),
          List.of(NeedState.Want.LICENCE),
          NeedState.Visibility.PUBLIC,
          new NeedState.Alerts(NeedState.Alerts.Frequency.DAILY, 5));
  private static final Organisation FIRM =
      Organisation.register(
          Ids.next(),
          OrganisationKind.SEEKER,
          new OrganisationProfile(
              "見本", null, null, new Prefecture("27"), List.of(new Jsic("E24")), null, null, null),
          false,
          NOW);
  private final Need draft = Need.draft(Ids.next(), FIRM.id(), CONTENT, NOW);

  @Test
  void states_follow_each_other_as_the_life_of_a_need_does() {
    Need active = draft.become(Need.State.ACTIVE, NOW);
    assertThat(draft.mayBecome(Need.State.PAUSED)).isFalse();
    assertThat(draft.mayBecome(Need.State.CLOSED)).isFalse();
    assertThat(active.become(Need.State.PAUSED, NOW).mayBecome(Need.State.ACTIVE)).isTrue();
    Need closed = active.become(Need.State.CLOSED, NOW);
    for (Need.State next : Need.State.values()) {
      assertThat(closed.mayBecome(next)).isFalse();
      assertThat(active.mayBecome(next)).isEqualTo(next.ordinal() > 1);
    }
    assertThatThrownBy(() -> closed.become(Need.State.ACTIVE, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void every_change_is_a_version_and_the_first_activation_stays() {
    Need active = draft.become(Need.State.ACTIVE, NOW);
    Need later =
        active
            .become(Need.State.PAUSED, NOW.plusSeconds(1))
            .become(Need.State.ACTIVE, NOW.plusSeconds(2));
    assertThat(active.version()).isEqualTo(2);
    assertThat(later.version()).isEqualTo(4);
    assertThat(later.activatedAt()).isEqualTo(NOW);
    assertThat(later.changedAt()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void draft_is_told_to_nobody_and_the_rest_with_region_and_industry_of_the_firm() {
    assertThatThrownBy(() -> draft.state(FIRM)).isInstanceOf(IllegalStateException.class);
    NeedState state = draft.become(Need.State.ACTIVE, NOW).state(FIRM);
    assertThat(state.prefecture()).isEqualTo("27");
    assertThat(state.jsic()).containsExactly("E24");
    assertThat(state.state()).isEqualTo(NeedState.State.ACTIVE);
  }
}
