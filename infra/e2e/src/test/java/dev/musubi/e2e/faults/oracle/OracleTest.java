package dev.musubi.e2e.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.e2e.faults.inject.Poison;
import dev.musubi.e2e.faults.load.Marks;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each way in which a product may break its word is noticed; a product that keeps it is not. */
final class OracleTest {
  private final World world = new World();

  @Test
  void nothing_is_said_of_a_world_in_which_all_is_as_it_must_be() {
    assertThat(world.violated()).isEmpty();
  }

  @Test
  void an_acknowledged_creation_without_a_row_is_lost() {
    world.rows.put(Aggregate.LISTING, List.of());
    world.sources.put("musubi.listing.v1", Map.of());
    world.sent.removeIf(it -> it.key().equals(World.LISTING));
    world.matches.clear();
    assertThat(world.violated()).containsExactly(Rule.LOST);
  }

  @Test
  void a_creation_that_was_repeated_makes_one_row() {
    world.also(Aggregate.NEED, row("n-2", 1, "DRAFT", world.needMark));
    assertThat(world.violated()).containsExactly(Rule.TWICE);
  }

  private static Facts.Row row(String id, long version, String state, String mark) {
    return new Facts.Row(id, version, state, Marks.text(mark, 0));
  }

  @Test
  void a_row_older_than_what_was_acknowledged_is_lost() {
    world.ledger.seen(world.listingMark, World.LISTING, 3, "PUBLISHED", 7);
    assertThat(world.violated()).containsExactly(Rule.LOST);
  }

  @Test
  void a_row_at_the_acknowledged_version_without_its_content_is_lost() {
    world.ledger.seen(world.listingMark, World.LISTING, 2, "PUBLISHED", 7);
    assertThat(world.violated()).containsExactly(Rule.LOST);
  }

  @Test
  void a_change_without_an_answer_may_be_there_or_not_but_no_other() {
    world.ledger.unsure(world.listingMark, new Ledger.Wish(2, "PUBLISHED", 7));
    assertThat(world.violated()).isEmpty();
    change(7);
    assertThat(world.violated()).isEmpty();
    change(8);
    assertThat(world.violated()).containsExactly(Rule.TWICE);
  }

  private void change(int change) {
    world.row(
        Aggregate.LISTING, World.LISTING, 3, "PUBLISHED", Marks.text(world.listingMark, change));
    world.sources.put("musubi.listing.v1", Map.of(World.LISTING, 3L));
    world.sent.removeIf(it -> it.version() == 3);
    world.event("musubi.listing.v1", World.LISTING, 3, "{\"state\": \"PUBLISHED\"}");
    world.copies.put("matching.listing musubi.listing.v1", Map.of(World.LISTING, 3L));
  }

  @Test
  void an_event_that_never_came_to_its_topic_is_lost() {
    world.sent.removeIf(it -> it.topic().equals("musubi.need.v1"));
    assertThat(world.violated()).contains(Rule.LOST);
  }

  @Test
  void an_event_that_is_missing_between_two_others_is_a_gap() {
    world.event("musubi.match.v1", World.MATCH, 3, World.found());
    world.sources.put("musubi.match.v1", Map.of(World.MATCH, 3L));
    assertThat(world.violated()).containsExactly(Rule.GAP);
  }

  @Test
  void versions_that_go_backwards_are_noticed() {
    world.event("musubi.listing.v1", World.LISTING, 1, "{\"state\": \"PUBLISHED\"}");
    assertThat(world.violated()).contains(Rule.BACKWARDS);
  }

  @Test
  void an_event_that_is_on_its_topic_twice_is_noticed() {
    var first = world.sent.getFirst();
    world.sent.add(
        new Facts.Sent(
            first.topic(), 0, 99, first.key(), first.version(), first.id(), first.text()));
    assertThat(world.violated()).contains(Rule.TWICE);
  }

  @Test
  void a_copy_that_has_not_the_last_version_is_noticed() {
    world.copies.put("matching.listing musubi.listing.v1", Map.of(World.LISTING, 1L));
    assertThat(world.violated()).containsExactly(Rule.COPY_DIFFERS);
    world.copies.put("matching.listing musubi.listing.v1", Map.of());
    assertThat(world.violated()).containsExactly(Rule.COPY_DIFFERS);
  }

  @Test
  void a_document_that_is_missing_or_left_behind_is_noticed() {
    world.documents.set(0, new Facts.Document("listings", World.LISTING, 3, -1));
    assertThat(world.violated()).containsExactly(Rule.INDEX_DIFFERS);
    world.documents.set(0, new Facts.Document("listings", World.LISTING, -1, 3));
    assertThat(world.violated()).containsExactly(Rule.INDEX_DIFFERS);
  }

  @Test
  void a_missed_match_is_noticed() {
    world.matches.clear();
    assertThat(world.violated()).containsExactly(Rule.MISSED_MATCH);
    world.matches.add(new Facts.Pair(World.MATCH, World.NEED, World.LISTING, false));
    assertThat(world.violated()).containsExactly(Rule.MISSED_MATCH);
  }

  @Test
  void two_matches_of_one_pair_are_noticed() {
    world.matches.add(new Facts.Pair("m-2", World.NEED, World.LISTING, true));
    assertThat(world.violated()).containsExactly(Rule.TWICE);
  }

  @Test
  void a_pair_that_is_found_under_two_ids_is_noticed_though_one_has_ended() {
    world.matches.add(new Facts.Pair("m-2", World.NEED, World.LISTING, false));
    world.event("musubi.match.v1", "m-2", 1, World.found().replace("ACTIVE", "ENDED"));
    assertThat(world.violated()).containsExactly(Rule.TWICE);
  }

  @Test
  void an_active_match_of_a_withdrawn_listing_is_noticed() {
    world.ledger.seen(world.listingMark, World.LISTING, 2, "WITHDRAWN", 0);
    world.row(Aggregate.LISTING, World.LISTING, 2, "WITHDRAWN", Marks.text(world.listingMark, 0));
    assertThat(world.violated()).containsExactly(Rule.WRONG_MATCH);
  }

  @Test
  void an_alert_that_never_came_is_noticed() {
    world.alerts.clear();
    assertThat(world.violated()).containsExactly(Rule.NOT_TOLD);
  }

  @Test
  void a_match_that_has_ended_may_have_done_so_before_its_need_was_known() {
    world.ledger.seen(world.listingMark, World.LISTING, 2, "WITHDRAWN", 0);
    world.row(Aggregate.LISTING, World.LISTING, 2, "WITHDRAWN", Marks.text(world.listingMark, 0));
    world.matches.set(0, new Facts.Pair(World.MATCH, World.NEED, World.LISTING, false));
    world.event("musubi.match.v1", World.MATCH, 2, World.found().replace("ACTIVE", "ENDED"));
    world.sources.put("musubi.match.v1", Map.of(World.MATCH, 2L));
    world.alerts.clear();
    assertThat(world.violated()).isEmpty();
  }

  @Test
  void a_match_of_the_first_list_is_told_with_it_and_not_again() {
    world.event("musubi.match.v1", World.MATCH, 2, World.found().replace("LISTING", "NEED"));
    world.event("musubi.match.v1", World.MATCH, 3, World.found());
    world.sources.put("musubi.match.v1", Map.of(World.MATCH, 3L));
    world.alerts.clear();
    assertThat(world.violated()).isEmpty();
  }

  @Test
  void an_alert_that_came_twice_is_noticed() {
    world.alerts.add(new Facts.Alert("a-2", World.FIRM, "MATCH:" + World.MATCH));
    world.due.add(new Facts.Due("c-2", World.FIRM, "a-2", "DELIVERED"));
    world.called.add(new Facts.Called("c-2", "a-2"));
    assertThat(world.violated()).containsExactly(Rule.TOLD_TWICE);
  }

  @Test
  void a_mail_that_was_not_sent_or_sent_under_two_ids_is_noticed() {
    world.mails.clear();
    assertThat(world.violated()).containsExactly(Rule.NOT_TOLD);
    world.mails.add(World.mail("d-1", "firm@example.org"));
    world.deliveries.add(
        new Facts.Delivery("d-2", "account:1", "MATCH:" + World.MATCH, "MATCH", "SENT", false));
    world.mails.add(World.mail("d-2", "firm@example.org"));
    assertThat(world.violated()).containsExactly(Rule.TOLD_TWICE);
  }

  @Test
  void a_mail_or_call_that_is_repeated_with_its_id_is_no_second_one() {
    world.mails.add(World.mail("d-1", "firm@example.org"));
    world.called.add(new Facts.Called("c-1", "a-1"));
    assertThat(world.violated()).isEmpty();
  }

  @Test
  void a_mail_that_went_out_as_its_process_died_needs_no_second_one() {
    var key = "MATCH:" + World.MATCH;
    world.deliveries.set(
        0, new Facts.Delivery("d-1", "account:1", key, "MATCH", "SUPPRESSED", true));
    assertThat(world.violated()).isEmpty();
    world.deliveries.set(
        0, new Facts.Delivery("d-1", "account:1", key, "MATCH", "SUPPRESSED", false));
    assertThat(world.violated()).containsExactly(Rule.TOLD_TWICE);
  }

  @Test
  void a_call_that_never_came_or_came_under_two_ids_is_noticed() {
    world.called.clear();
    assertThat(world.violated()).containsExactly(Rule.NOT_TOLD);
    world.called.add(new Facts.Called("c-1", "a-1"));
    world.called.add(new Facts.Called("c-2", "a-1"));
    assertThat(world.violated()).containsExactly(Rule.TOLD_TWICE);
  }

  @Test
  void an_event_that_a_consumer_passed_over_or_handled_twice_is_noticed() {
    world.handled.add(world.handled.getFirst());
    assertThat(world.violated()).containsExactly(Rule.TWICE);
    world.handled.removeLast();
    world.noted.clear();
    assertThat(world.violated()).containsExactly(Rule.LOST);
  }

  @Test
  void work_that_waits_and_consumers_that_are_behind_are_noticed() {
    world.waiting.put("events in the outbox of deals", 1L);
    assertThat(world.violated()).containsExactly(Rule.NOT_QUIET);
    world.waiting.clear();
    world.behind.add("matching.need is at 3 of musubi.need.v1-0, whose last record is 3");
    assertThat(world.violated()).containsExactly(Rule.NOT_QUIET);
  }

  @Test
  void a_dead_letter_of_a_good_record_and_poison_without_one_are_noticed() {
    world.letters.add(
        new Facts.DeadLetter("matching.listing", "musubi.listing.v1", 0, 4, false, "why"));
    assertThat(world.violated()).containsExactly(Rule.DEAD_LETTER);
    var poison = new Poison.Place("musubi.listing.v1", 0, 5, "MALFORMED");
    var none = new Letters(facts(List.of()), List.of(poison)).judge().stream().map(Violation::rule);
    assertThat(none).containsExactly(Rule.DEAD_LETTER);
    var letter = new Facts.DeadLetter("matching.listing", "musubi.listing.v1", 0, 5, true, "why");
    assertThat(new Letters(facts(List.of(letter)), List.of(poison)).judge()).isEmpty();
  }

  private static Facts facts(List<Facts.DeadLetter> letters) {
    return new Facts(
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        new Facts.Told(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        new Facts.Inbox(Set.of(), List.of()),
        Map.of(),
        Map.of(),
        List.of(),
        letters,
        Map.of("musubi.listing.v1", List.of("matching.listing")));
  }
}
