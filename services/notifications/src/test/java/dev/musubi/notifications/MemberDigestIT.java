package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.model.Ids;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.notifications.application.TellMatches;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.States;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.ReceivedMail;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Summaries of members over all their needs, with two instances and a clock that is moved. */
final class MemberDigestIT {
  private Digesting digests;
  private World world;
  private Instance one;

  @BeforeEach
  void start() {
    digests = new Digesting();
    world = digests.world();
    one = digests.one();
  }

  @AfterEach
  void stop() {
    digests.close();
  }

  @Test
  void member_gets_one_summary_a_day_over_all_needs() {
    UUID firm = Ids.next();
    String reader = "m" + UUID.randomUUID() + "@example.jp";
    world.neighbours().employ(firm, reader, "山田 花子", "en");
    NeedState daily = need(firm, Frequency.DAILY);
    NeedState weekly = need(firm, Frequency.WEEKLY);
    NeedState never = need(firm, Frequency.NEVER);
    for (NeedState need : List.of(daily, daily, weekly, never)) {
      match(need);
    }
    digests.gather();
    ReceivedMail monday = digests.mails(reader, 1).getFirst();
    assertThat(monday.subject()).isEqualTo("Patents that may fit: 3 new on 23 November");
    assertThat(String.valueOf(monday.text()).split("For “", -1)).hasSize(3);

    world.clock().jump(Digesting.DAY);
    match(daily);
    match(weekly);
    digests.gather();
    assertThat(digests.mails(reader, 2).getLast().subject()).contains("1 new on 24 November");
    world.clock().jump(Digesting.DAY);
    digests.gather();
    assertThat(digests.mails(reader, 2)).hasSize(2);
  }

  @Test
  void member_who_stops_summaries_by_one_click_gets_no_more() {
    UUID firm = Ids.next();
    String reader = "m" + UUID.randomUUID() + "@example.jp";
    world.neighbours().employ(firm, reader, "山田 花子", "ja");
    NeedState need = need(firm, Frequency.DAILY);
    match(need);
    digests.gather();
    String link = digests.mails(reader, 1).getFirst().header("List-Unsubscribe").orElseThrow();
    String token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
    one.part(dev.musubi.notifications.application.Unsubscribe.class).unsubscribe(token);
    world.clock().jump(Digesting.DAY);
    match(need);
    digests.gather();
    await()
        .atMost(Digesting.PATIENCE)
        .until(() -> one.count("select count(*) from mailing where addressed_at is null") == 0);
    assertThat(digests.mails(reader, 1)).hasSize(1);
  }

  private NeedState need(UUID firm, Frequency frequency) {
    NeedState need = States.need(firm, frequency, 5);
    one.hand(TellMatches.class, tell -> tell.need(need));
    return need;
  }

  private void match(NeedState need) {
    one.hand(
        TellMatches.class,
        tell -> tell.match(States.match(need, Ids.next(), FoundBy.LISTING, true)));
  }
}
