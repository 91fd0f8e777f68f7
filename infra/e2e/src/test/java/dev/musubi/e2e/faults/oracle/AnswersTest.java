package dev.musubi.e2e.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people say: answers to matches, words in deals, sign-ups for digests and their ends. */
final class AnswersTest {
  private static final Instant LEFT = Instant.parse("2026-12-01T00:00:00Z");
  private final World world = new World();

  @Test
  void an_answer_that_is_lost_or_kept_twice_is_noticed() {
    world.ledger.answered(new Ledger.Answered("F9R", World.MATCH, "LATER", true));
    assertThat(world.violated()).containsExactly(Rule.LOST);
    var kept = new Facts.Feedback(World.MATCH, "LATER", "F9R0E");
    world.feedback.addAll(List.of(kept, kept));
    assertThat(world.violated()).containsExactly(Rule.TWICE);
  }

  @Test
  void an_answer_without_its_reason_is_noticed_in_the_table_and_on_the_topic() {
    world.ledger.answered(new Ledger.Answered("F9R", World.MATCH, "NO TOO_EARLY", true));
    world.feedback.add(new Facts.Feedback(World.MATCH, "NO", "F9R0E"));
    assertThat(world.violated()).containsExactly(Rule.LOST);
    world.feedback.set(0, new Facts.Feedback(World.MATCH, "NO TOO_EARLY", "F9R0E"));
    assertThat(world.violated()).containsExactly(Rule.LOST);
    world.matchAnswered("{\"answer\": \"NO\", \"reason\": \"TOO_EARLY\"}");
    assertThat(world.violated()).isEmpty();
  }

  @Test
  void a_word_in_a_deal_that_is_lost_or_there_twice_is_noticed() {
    world.ledger.said(new Ledger.Said("M9R", "D1R", false));
    assertThat(world.violated()).isEmpty();
    world.ledger.said(new Ledger.Said("M9R", "D1R", true));
    assertThat(world.violated()).containsExactly(Rule.LOST);
    world.messages.addAll(List.of("M9R0E", "M9R0E"));
    assertThat(world.violated()).containsExactly(Rule.TWICE);
  }

  @Test
  void a_subscription_that_is_lost_or_confirmed_by_two_mails_is_noticed() {
    world.ledger.subscribed(Subscribed.of("r@example.org").requested().confirm());
    assertThat(world.violated()).containsExactlyInAnyOrder(Rule.LOST, Rule.NOT_TOLD);
    world.subscriptions.put("r@example.org", "CONFIRMED");
    confirmation("d-8");
    assertThat(world.violated()).isEmpty();
    confirmation("d-9");
    assertThat(world.violated()).containsExactly(Rule.TOLD_TWICE);
  }

  private void confirmation(String id) {
    world.deliveries.add(
        new Facts.Delivery(id, "subscription:1", "C:" + id, "CONFIRMATION", "SENT", false));
    world.mails.add(World.mail(id, "r@example.org"));
  }

  @Test
  void a_subscription_that_was_ended_stays_so_and_brings_no_further_mail() {
    var one = Subscribed.of("r@example.org").requested().confirm();
    confirmation("d-8");
    world.subscriptions.put("r@example.org", "CONFIRMED");
    world.ledger.subscribed(one.leaves());
    assertThat(world.violated()).isEmpty();
    world.ledger.subscribed(one.left(LEFT));
    assertThat(world.violated()).containsExactly(Rule.LOST);
    world.subscriptions.put("r@example.org", "UNSUBSCRIBED");
    digest(LEFT.plusSeconds(1));
    assertThat(world.violated()).isEmpty();
    digest(LEFT.plus(Duration.ofMinutes(10)));
    assertThat(world.violated()).containsExactly(Rule.TOLD_UNASKED);
  }

  private void digest(Instant arrived) {
    var id = "digest of " + arrived;
    world.deliveries.add(
        new Facts.Delivery(id, "subscription:1", id, "PUBLIC_DIGEST", "SENT", false));
    world.mails.add(new Facts.Mail(id, "r@example.org", arrived));
  }

  @Test
  void each_side_of_a_deal_is_told_of_the_inquiry_its_answer_its_messages_and_its_end() {
    world.deal(1, "INQUIRY", "");
    assertThat(world.violated()).contains(Rule.NOT_TOLD);
    world.told("office", "INQUIRY:d");
    assertThat(world.violated()).isEmpty();
    world.deal(2, "IN_TALKS", "");
    assertThat(world.violated()).contains(Rule.NOT_TOLD);
    world.told("seeker", "ANSWER:d");
    world.deal(3, "IN_TALKS", ", \"messages\": [{\"id\": \"w\", \"by\": \"SEEKER\"}]");
    assertThat(world.violated()).contains(Rule.NOT_TOLD);
    world.told("office", "MESSAGE:w");
    world.deal(4, "CLOSED", ", \"closedBy\": \"OWNER\"");
    assertThat(world.violated()).contains(Rule.NOT_TOLD);
    world.told("seeker", "ENDED:d");
    assertThat(world.violated()).isEmpty();
    world.mailings.remove("ENDED:d");
    assertThat(world.violated()).isEqualTo(Set.of(Rule.NOT_TOLD));
  }
}
