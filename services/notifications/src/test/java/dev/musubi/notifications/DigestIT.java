package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.model.Ids;
import dev.musubi.model.event.ListingState;
import dev.musubi.notifications.application.CatchUpDigests;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.Neighbours.Hit;
import dev.musubi.notifications.world.States;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digests of subscribers with two instances and a clock that is moved. */
final class DigestIT {
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
  void subscriber_gets_one_mail_a_period_and_no_listing_twice() {
    String reader = subscriber("DAILY", "{}");
    UUID first = published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    digests.gather();
    ReceivedMail mail = digests.mails(reader, 1).getFirst();
    assertThat(mail.text()).contains("静かなポンプ", "/listings/" + first, "新しく公開されました");
    assertThat(mail.header("List-Unsubscribe")).isPresent();
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");

    digests.gather();
    published("丈夫な歯車", Digesting.MONDAY);
    digests.gather();
    assertThat(digests.mails(reader, 1)).hasSize(1);

    world.clock().jump(Digesting.DAY);
    digests.gather();
    assertThat(digests.mails(reader, 2).getLast().text())
        .contains("丈夫な歯車")
        .doesNotContain("静かなポンプ");

    world.clock().jump(Digesting.DAY);
    digests.gather();
    assertThat(digests.mails(reader, 2)).describedAs("never an empty one").hasSize(2);
  }

  @Test
  void weekly_reader_hears_on_monday_alone_and_downtime_is_made_up_for_once() {
    String reader = subscriber("WEEKLY", "{}");
    published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    digests.gather();
    digests.mails(reader, 1);
    published("丈夫な歯車", Digesting.MONDAY);
    world.clock().jump(Duration.ofDays(5));
    digests.gather();
    assertThat(digests.mails(reader, 1)).hasSize(1);
    world.clock().jump(Duration.ofDays(19));
    digests.gather();
    digests.gather();
    assertThat(digests.mails(reader, 2)).hasSize(2);
  }

  @Test
  void who_signs_up_late_is_caught_up_with_and_nobody_gets_a_second_mail() {
    String early = subscriber("DAILY", "{}");
    published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    digests.gather();
    digests.mails(early, 1);
    finished();
    List<String> late = List.of(subscriber("DAILY", "{}"), subscriber("WEEKLY", "{}"));
    digests.gather();
    assertThat(digests.mails(late.getFirst(), 0)).isEmpty();

    one.part(CatchUpDigests.class).run();
    late.forEach(reader -> assertThat(digests.mails(reader, 1)).hasSize(1));
    digests.two().part(CatchUpDigests.class).run();
    digests.gather();
    assertThat(digests.mails(early, 1)).hasSize(1);
    late.forEach(reader -> assertThat(digests.mails(reader, 1)).hasSize(1));
  }

  @Test
  void clock_that_jumps_ahead_and_back_repeats_nothing_and_loses_nothing() {
    String reader = subscriber("DAILY", "{}");
    published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    world.clock().jump(Duration.ofDays(400));
    digests.gather();
    digests.mails(reader, 1);
    world.clock().jump(Duration.ofDays(-400));
    digests.gather();
    assertThat(digests.mails(reader, 1)).hasSize(1);
    published("丈夫な歯車", Digesting.MONDAY);
    world.clock().jump(Digesting.DAY);
    digests.gather();
    assertThat(digests.mails(reader, 2).getLast().text()).contains("丈夫な歯車");
  }

  @Test
  void words_are_looked_for_by_the_search_and_told_as_the_reason() {
    // Half past eight: the search is still waited for.
    world.clock().set(Digesting.MONDAY.minus(Duration.ofMinutes(90)));
    String reader =
        subscriber("DAILY", "{\"query\":\"樹脂\",\"fields\":[],\"prefectures\":[\"27\"]}");
    UUID sorter = published("選別装置", Digesting.MONDAY.minus(Digesting.DAY));
    UUID near = published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    world.neighbours().found("樹脂", new Hit(near, "羽根車の形"), new Hit(sorter, "黒い[[プラスチック]]を分ける"));
    digests.gather();
    String text = String.valueOf(digests.mails(reader, 1).getFirst().text());
    assertThat(text).contains("選別装置", "「プラスチック」という言葉", "大阪府").doesNotContain("ポンプ");
  }

  @Test
  void digest_waits_for_the_search_and_then_does_without() {
    String reader = subscriber("DAILY", "{\"query\":\"ポンプ\",\"fields\":[],\"prefectures\":[]}");
    published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    published("丈夫な歯車", Digesting.MONDAY.minus(Digesting.DAY));
    world.neighbours().setAway(true);
    world.clock().set(Instant.parse("2026-11-22T23:30:00Z"));
    digests.gather();
    assertThat(one.count("select count(*) from delivery where kind = 'PUBLIC_DIGEST'")).isZero();
    world.clock().set(Digesting.MONDAY.plus(Duration.ofHours(1)));
    one.database().sql("update subscription set claimed_until = null").update();
    digests.gather();
    assertThat(digests.mails(reader, 1).getFirst().text()).contains("静かなポンプ").doesNotContain("歯車");
  }

  @Test
  void long_list_is_cut_and_the_rest_counted() {
    String reader = subscriber("DAILY", "{}");
    for (int n = 0; n < 14; n++) {
      published("技術" + n, Digesting.MONDAY.minus(Digesting.DAY));
    }
    digests.gather();
    ReceivedMail mail = digests.mails(reader, 1).getFirst();
    assertThat(mail.subject()).contains("14件");
    assertThat(String.valueOf(mail.text()).split("■", -1)).hasSize(11);
    assertThat(mail.text()).contains("このほかにも4件");
  }

  @Test
  void listing_that_was_withdrawn_before_the_mail_went_out_is_not_in_it() {
    String reader = subscriber("DAILY", "{}");
    ListingState gone = States.listing("消えるポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    keep(gone);
    published("丈夫な歯車", Digesting.MONDAY.minus(Digesting.DAY));
    one.database().sql("update subscription set claimed_until = null").update();
    // The mail is put down, but waits.
    one.database()
        .sql(
            """
            create function hold() returns trigger language plpgsql as
            $$ begin new.next_attempt_at := 'infinity'; return new; end $$
            """)
        .update();
    one.database()
        .sql("create trigger hold before insert on delivery for each row execute function hold()")
        .update();
    digests.gather();
    keep(States.withdrawn(gone));
    one.database().sql("drop trigger hold on delivery").update();
    one.database().sql("update delivery set next_attempt_at = now()").update();
    assertThat(digests.mails(reader, 1).getFirst().text()).contains("歯車").doesNotContain("消えるポンプ");
  }

  @Test
  void hundred_readers_are_served_once_by_instances_that_gather_at_the_same_time() {
    List<String> readers = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      readers.add(subscriber("DAILY", "{}"));
    }
    published("静かなポンプ", Digesting.MONDAY.minus(Digesting.DAY));
    digests.gather();
    await()
        .atMost(Digesting.PATIENCE)
        .until(() -> one.count("select count(*) from delivery where state = 'SENT'") == 100);
    List<String> received =
        EngineKit.shared().smtp().received().stream()
            .map(ReceivedMail::recipient)
            .filter(readers::contains)
            .toList();
    assertThat(received).containsExactlyInAnyOrderElementsOf(readers);
  }

  private UUID published(String title, Instant when) {
    ListingState listing = States.listing(title, when);
    keep(listing);
    return listing.id();
  }

  private void keep(ListingState listing) {
    one.hand(ListingViews.class, views -> views.keep(listing));
  }

  /** Until the periods are closed: the turn after the last digest does that. */
  private void finished() {
    await()
        .atMost(Digesting.PATIENCE)
        .until(
            () -> {
              digests.gather();
              return one.count(
                      "select count(*) from digest_run"
                          + " where period = '2026-11-23' and finished_at is not null")
                  == 3;
            });
  }

  private String subscriber(String frequency, String interests) {
    String address = "d" + UUID.randomUUID() + "@example.jp";
    String wishes = "{}".equals(interests) ? "{\"fields\":[],\"prefectures\":[]}" : interests;
    one.database()
        .sql(
            """
            insert into subscription (id, version, email, email_hash, state, lang, frequency,
              interests, created_at, confirmed_at, news_since)
            values (:id, 1, :email, :email, 'CONFIRMED', 'ja', :frequency, :interests::jsonb, now(),
              now(), :since::timestamptz)
            """)
        .param("id", Ids.next())
        .param("email", address)
        .param("frequency", frequency)
        .param("interests", wishes)
        .param("since", Digesting.MONDAY.minus(Duration.ofDays(7)).toString())
        .update();
    return address;
  }
}
