package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.model.Ids;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.model.event.ListingState;
import dev.musubi.notifications.application.TellDeals;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.Neighbours.Person;
import dev.musubi.notifications.world.ScriptedSmtp;
import dev.musubi.notifications.world.ScriptedSmtp.Taken;
import dev.musubi.notifications.world.States;
import dev.musubi.notifications.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails on good and on bad days of the mail server, with two instances at work. */
final class MailSendingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ScriptedSmtp SMTP = new ScriptedSmtp();
  private static final World WORLD =
      new World()
          .withoutKafka()
          .with("MUSUBI_SMTP", SMTP.url())
          .with("musubi.notifications.mail.lease", "2s")
          .with("musubi.notifications.mail.timeout", "5s");
  private static Instance one;
  private static Instance two;

  @BeforeAll
  static void start() {
    one = WORLD.start();
    two = WORLD.start();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
    SMTP.close();
  }

  @Test
  void two_instances_send_each_mail_once() {
    List<Firm> firms = IntStream.range(0, 120).mapToObj(n -> firm()).toList();
    for (int n = 0; n < firms.size(); n++) {
      inquiry(n % 2 == 0 ? one : two, firms.get(n));
    }
    for (Firm firm : firms) {
      await().atMost(PATIENCE).until(() -> !taken(firm).isEmpty());
    }
    settled();
    assertThat(firms).allMatch(firm -> taken(firm).size() == 1);
  }

  @Test
  void repeated_event_sends_no_second_mail() {
    Firm firm = firm();
    UUID deal = inquiry(one, firm);
    await().atMost(PATIENCE).until(() -> taken(firm).size() == 1);
    inquiry(two, firm, deal);
    inquiry(one, firm, deal);
    settled();
    assertThat(taken(firm)).hasSize(1);
    assertThat(one.count("select count(*) from alert where organisation_id = '" + firm.id() + "'"))
        .isEqualTo(1);
  }

  @Test
  void mail_waits_while_profiles_is_away() {
    Firm firm = firm();
    WORLD.neighbours().setAway(true);
    inquiry(one, firm);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                one.count(
                        "select count(*) from mailing where attempts > 0 and addressed_at is null"
                            + " and organisation_id = '"
                            + firm.id()
                            + "'")
                    == 1);
    WORLD.neighbours().setAway(false);
    await().atMost(PATIENCE).until(() -> taken(firm).size() == 1);
  }

  @Test
  void refusal_for_now_is_tried_again() {
    Firm firm = firm();
    SMTP.answer(firm.email(), "450 4.2.1 try later");
    inquiry(one, firm);
    await()
        .atMost(PATIENCE)
        .until(() -> one.count(deliveries(firm, "last_error like '%450 4.2.1%'")) == 1);
    SMTP.welcome(firm.email());
    await().atMost(PATIENCE).until(() -> taken(firm).size() == 1);
  }

  @Test
  void address_that_does_not_exist_is_not_written_to_again() {
    Firm firm = firm();
    SMTP.answer(firm.email(), "550 5.1.1 no such user");
    inquiry(one, firm);
    await().atMost(PATIENCE).until(() -> one.count(deliveries(firm, "state = 'BOUNCED'")) == 1);
    SMTP.welcome(firm.email());
    inquiry(one, firm);
    await().atMost(PATIENCE).until(() -> one.count(deliveries(firm, "state = 'SUPPRESSED'")) == 1);
    assertThat(taken(firm)).isEmpty();
    assertThat(one.count("select count(*) from suppression where detail like '%@%'"))
        .describedAs("no address in the list")
        .isZero();
  }

  @Test
  void refusal_of_the_sender_says_nothing_about_the_address() {
    Firm firm = firm();
    SMTP.answer(firm.email(), "550 5.7.1 your network is not welcome");
    inquiry(one, firm);
    await().atMost(PATIENCE).until(() -> one.count(deliveries(firm, "state = 'FAILED'")) == 1);
    SMTP.welcome(firm.email());
    inquiry(one, firm);
    await().atMost(PATIENCE).until(() -> taken(firm).size() == 1);
  }

  @Test
  void mail_whose_end_nobody_knows_is_repeated_under_the_same_message_id() {
    Firm firm = firm();
    SMTP.dropAfterData(1);
    inquiry(one, firm);
    await().atMost(PATIENCE).until(() -> taken(firm).size() == 2);
    settled();
    assertThat(taken(firm))
        .extracting(Taken::messageId)
        .containsOnly(taken(firm).getFirst().messageId());
    assertThat(taken(firm)).hasSize(2);
  }

  @Test
  void mail_on_the_wire_is_left_alone_however_long_its_sender_is_paused() throws Exception {
    Firm firm = firm();
    CountDownLatch onTheWire = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    SMTP.beforeAnswer(
        mail -> {
          if (mail.recipient().equals(firm.email())) {
            onTheWire.countDown();
            waitFor(goOn);
          }
        });
    inquiry(one, firm);
    assertThat(onTheWire.await(20, TimeUnit.SECONDS)).isTrue();
    // The lease of two seconds ends, and the other instance looks for what was left behind.
    await().atMost(PATIENCE).until(() -> one.count(deliveries(firm, "claimed_until < now()")) == 1);
    one.part(dev.musubi.notifications.application.SendMails.class).takeBack();
    two.part(dev.musubi.notifications.application.SendMails.class).takeBack();
    assertThat(one.count(deliveries(firm, "state = 'SENDING' and not repeated"))).isEqualTo(1);
    goOn.countDown();
    await().atMost(PATIENCE).until(() -> one.count(deliveries(firm, "state = 'SENT'")) == 1);
    assertThat(taken(firm)).hasSize(1);
    SMTP.beforeAnswer(mail -> {});
  }

  @Test
  void mail_that_an_instance_left_behind_is_sent_by_another() {
    Firm firm = firm();
    one.database()
        .sql(
            """
            insert into delivery (id, recipient, subject_key, kind, subject_id, organisation_id,
              content, state, attempts, next_attempt_at, claim, claimed_until, created_at)
            values (:id, :recipient, 'WEBHOOK:x', 'DEAL', :id, :organisation,
              '{"kind":"WEBHOOK_DISABLED","webhookId":"0193a000-0000-7000-8000-000000000001",
                "host":"h","failingSince":"2026-11-20T00:00:00Z"}',
              'SENDING', 1, now(), :id, now() - interval '1 minute', now())
            """)
        .param("id", Ids.next())
        .param("recipient", "account:" + firm.person().account())
        .param("organisation", firm.id())
        .update();
    await()
        .atMost(PATIENCE)
        .until(() -> one.count(deliveries(firm, "state = 'SENT' and repeated")) == 1);
    assertThat(taken(firm)).hasSize(1);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is on its way any more. */
  private static void settled() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                one.count("select count(*) from delivery where state in ('WAITING', 'SENDING')")
                        == 0
                    && one.count("select count(*) from mailing where addressed_at is null") == 0);
  }

  private static String deliveries(Firm firm, String condition) {
    return "select count(*) from delivery where organisation_id = '"
        + firm.id()
        + "' and "
        + condition;
  }

  private static List<Taken> taken(Firm firm) {
    return SMTP.taken().stream().filter(mail -> mail.recipient().equals(firm.email())).toList();
  }

  private static UUID inquiry(Instance instance, Firm owner) {
    return inquiry(instance, owner, Ids.next());
  }

  private static UUID inquiry(Instance instance, Firm owner, UUID deal) {
    ListingState listing = States.listing("廃プラスチックの選別装置", Instant.now());
    instance.hand(ListingViews.class, views -> views.keep(listing));
    instance.hand(
        TellDeals.class,
        tell ->
            tell.deal(States.deal(deal, 1, listing.id(), Ids.next(), owner.id(), Stage.INQUIRY)));
    return deal;
  }

  private static Firm firm() {
    UUID id = Ids.next();
    String email = "p" + UUID.randomUUID() + "@example.jp";
    return new Firm(id, WORLD.neighbours().employ(id, email, "山田 花子", "ja"));
  }

  private record Firm(UUID id, Person person) {
    String email() {
      return person.email();
    }
  }
}
