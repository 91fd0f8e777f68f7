package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.model.Ids;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.DealState.Side;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.model.event.DealState.Written;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.Publisher;
import dev.musubi.notifications.world.States;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.ReceivedMail;
import dev.musubi.testkit.poison.PoisonContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** From events over Kafka to alerts and mails, with two instances. */
final class TellingIT implements PoisonContract {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final World WORLD = new World();
  private static Publisher publisher;
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    WORLD.start();
    publisher = new Publisher();
  }

  @Override
  public ApplicationContext listeningApplication() {
    return service.context();
  }

  @AfterAll
  static void stop() {
    publisher.close();
    WORLD.close();
  }

  @Test
  void strong_match_of_a_new_listing_is_told_at_once_and_once_however_often_the_event_comes() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.AT_ONCE, 5);
    ListingState listing = States.listing("色の濃い樹脂も見分ける選別装置", Instant.now());
    MatchState match = States.match(need, listing.id(), FoundBy.LISTING, true);
    publisher.send(need);
    publisher.send(listing);
    publisher.send(match, 3);
    publisher.send(match);
    ReceivedMail mail = onlyMail(firm);
    assertThat(mail.subject()).isEqualTo("「黒いプラスチックを分けたい」に合いそうな特許が見つかりました");
    assertThat(mail.text()).contains("山田 花子 様", "「黒い」が、この特許の「効果」に書かれて", "answer=INTERESTED");
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(mail.header("List-Id")).isPresent();
    assertThat(alerts(firm)).containsExactly("MATCH_FOUND");
    nothingWaits();
    assertThat(mails(firm)).hasSize(1);
  }

  @Test
  void match_that_comes_before_its_need_is_told_when_the_need_comes() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.AT_ONCE, 5);
    MatchState match = States.match(need, Ids.next(), FoundBy.LISTING, true);
    publisher.send(match);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                service.count("select count(*) from match_view where id = '" + match.id() + "'")
                    == 1);
    assertThat(alerts(firm)).isEmpty();
    publisher.send(need);
    assertThat(onlyMail(firm).text()).contains("廃プラスチックの選別装置");
  }

  @Test
  void first_list_of_a_need_is_one_mail_with_the_best() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.DAILY, 5);
    publisher.send(need);
    for (int n = 0; n < 8; n++) {
      publisher.send(States.match(need, Ids.next(), FoundBy.NEED, n < 2));
    }
    ReceivedMail mail = onlyMail(firm);
    assertThat(mail.subject()).contains("（8件）");
    assertThat(String.valueOf(mail.text()).split("■", -1)).hasSize(6);
    assertThat(alerts(firm)).containsExactly("FIRST_MATCHES");
    publisher.send(States.match(need, Ids.next(), FoundBy.NEED, true));
    nothingWaits();
    assertThat(mails(firm)).hasSize(1);
  }

  @Test
  void weekly_budget_is_kept_and_the_rest_waits_for_a_digest() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.AT_ONCE, 2);
    publisher.send(need);
    for (int n = 0; n < 5; n++) {
      publisher.send(States.match(need, Ids.next(), FoundBy.LISTING, true));
    }
    await().atMost(PATIENCE).until(() -> alerts(firm).size() == 5);
    await().atMost(PATIENCE).until(() -> mails(firm).size() == 2);
    nothingWaits();
    assertThat(mails(firm)).hasSize(2);
    assertThat(
            service.count(
                "select count(*) from match_view where telling = 'GATHERED' and need_id = '"
                    + need.id()
                    + "'"))
        .isEqualTo(3);
  }

  @Test
  void who_wants_no_mail_sees_the_alert_in_the_page_alone() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.NEVER, 5);
    publisher.send(need);
    publisher.send(States.match(need, Ids.next(), FoundBy.LISTING, true));
    await().atMost(PATIENCE).until(() -> alerts(firm).size() == 1);
    nothingWaits();
    assertThat(mails(firm)).isEmpty();
  }

  @Test
  void match_that_becomes_strong_later_is_told_then() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.AT_ONCE, 5);
    publisher.send(need);
    MatchState weak = States.match(need, Ids.next(), FoundBy.LISTING, false);
    publisher.send(weak);
    publisher.send(
        States.match(
            weak.id(), 2, need, weak.listingId(), FoundBy.LISTING, true, MatchState.State.ACTIVE));
    onlyMail(firm);
  }

  @Test
  void owner_hears_of_the_inquiry_and_the_seeker_of_the_answer_each_once() {
    Firm owner = firm();
    Firm seeker = firm();
    ListingState listing = States.listing("音の静かなポンプ", Instant.now());
    publisher.send(listing);
    publisher.send(States.organisation(seeker.id(), "株式会社さくら再生"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                service.count(
                            "select count(*) from organisation_view where id = '"
                                + seeker.id()
                                + "'")
                        == 1
                    && service.count(
                            "select count(*) from listing_view where id = '" + listing.id() + "'")
                        == 1);
    UUID id = Ids.next();
    DealState asked = States.deal(id, 1, listing.id(), seeker.id(), owner.id(), Stage.INQUIRY);
    publisher.send(asked, 2);
    ReceivedMail mail = onlyMail(owner);
    assertThat(mail.subject()).isEqualTo("「音の静かなポンプ」へのお問い合わせが届きました");
    assertThat(mail.text()).contains("株式会社さくら再生");
    assertThat(mail.header("List-Unsubscribe")).describedAs("part of a deal").isEmpty();

    publisher.send(States.deal(id, 2, listing.id(), seeker.id(), owner.id(), Stage.IN_TALKS));
    publisher.send(States.deal(id, 3, listing.id(), seeker.id(), owner.id(), Stage.NDA));
    assertThat(onlyMail(seeker).subject()).contains("前向きなお返事");
    nothingWaits();
    assertThat(mails(owner)).hasSize(1);
    assertThat(mails(seeker)).hasSize(1);
    assertThat(alerts(seeker)).containsExactly("INQUIRY_ANSWERED");
  }

  @Test
  void each_side_hears_once_of_what_the_other_wrote_or_ended_and_of_nothing_of_its_own() {
    Firm owner = firm();
    Firm seeker = firm();
    UUID id = Ids.next();
    UUID listing = Ids.next();
    Written asks = States.written(Side.SEEKER);
    Written answers = States.written(Side.OWNER);
    deal(id, 2, listing, seeker, owner, Stage.IN_TALKS, null, List.of(asks));
    deal(id, 3, listing, seeker, owner, Stage.IN_TALKS, null, List.of(asks, answers));
    deal(id, 4, listing, seeker, owner, Stage.CLOSED, Side.SEEKER, List.of(asks, answers));
    await().atMost(PATIENCE).until(() -> mails(owner).size() == 2 && mails(seeker).size() == 2);
    nothingWaits();
    assertThat(alerts(owner)).containsExactly("MESSAGE_RECEIVED", "TALKS_ENDED");
    assertThat(alerts(seeker)).containsExactly("INQUIRY_ANSWERED", "MESSAGE_RECEIVED");
    assertThat(mails(owner)).hasSize(2);
    assertThat(mails(seeker)).hasSize(2);
  }

  @Test
  void owner_who_let_the_promised_day_pass_is_reminded_once() {
    Firm owner = firm();
    Firm seeker = firm();
    UUID id = Ids.next();
    UUID listing = Ids.next();
    publisher.send(States.deal(id, 1, listing, seeker.id(), owner.id(), Stage.INQUIRY));
    for (int version = 2; version <= 3; version++) {
      publisher.send(
          States.deal(
              id, version, listing, seeker.id(), owner.id(), Stage.INQUIRY, true, null, List.of()));
    }
    await().atMost(PATIENCE).until(() -> mails(owner).size() == 2);
    nothingWaits();
    assertThat(alerts(owner)).containsExactly("INQUIRY_RECEIVED", "INQUIRY_OVERDUE");
    assertThat(mails(owner)).hasSize(2);
  }

  private static void deal(
      UUID id,
      long version,
      UUID listing,
      Firm seeker,
      Firm owner,
      Stage stage,
      @Nullable Side closedBy,
      List<Written> messages) {
    publisher.send(
        States.deal(
            id, version, listing, seeker.id(), owner.id(), stage, false, closedBy, messages));
  }

  @Test
  void deliveries_are_published_without_an_address() {
    Firm firm = firm();
    NeedState need = States.need(firm.id(), Frequency.AT_ONCE, 5);
    publisher.send(need);
    publisher.send(States.match(need, Ids.next(), FoundBy.LISTING, true));
    onlyMail(firm);
    List<String> events = Consumed.of("musubi.delivery.v1", firm.id().toString(), 2);
    assertThat(events).hasSize(2);
    assertThat(String.join("", events)).contains("PAGE", "MAIL", "SENT").doesNotContain("@");
  }

  private static void nothingWaits() {
    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(2))
        .until(
            () ->
                service.count("select count(*) from delivery where state in ('WAITING', 'SENDING')")
                        == 0
                    && service.count("select count(*) from mailing where addressed_at is null") == 0
                    && service.count("select count(*) from first_list where told_at is null") == 0);
  }

  private static ReceivedMail onlyMail(Firm firm) {
    await().atMost(PATIENCE).until(() -> !mails(firm).isEmpty());
    assertThat(mails(firm)).hasSize(1);
    return mails(firm).getFirst();
  }

  private static List<ReceivedMail> mails(Firm firm) {
    return EngineKit.shared().smtp().received().stream()
        .filter(mail -> mail.recipient().equals(firm.email()))
        .toList();
  }

  private static List<String> alerts(Firm firm) {
    return service
        .database()
        .sql("select kind from alert where organisation_id = :id order by seq")
        .param("id", firm.id())
        .query(String.class)
        .list();
  }

  private static Firm firm() {
    UUID id = Ids.next();
    String email = "f" + UUID.randomUUID() + "@example.jp";
    WORLD.neighbours().employ(id, email, "山田 花子", "ja");
    return new Firm(id, email);
  }

  private record Firm(UUID id, String email) {}
}
