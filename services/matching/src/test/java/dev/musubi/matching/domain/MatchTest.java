package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.matching.world.States;
import dev.musubi.model.Ids;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {
  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final NeedState NEED = States.need("滑らない床がほしい", "油で濡れても滑らない。");
  private static final ListingState LISTING = States.listing("滑らない靴底", "床で滑る。");
  private static final List<String> WORDS = List.of("dictionary", "text");
  private static final List<String> ALL = List.of("dictionary", "text", "vectors");

  private static Match.Verdict verdict(List<String> legs, boolean worthAlert) {
    return new Match.Verdict(0.5, 0.5, 1, "text-1", legs, worthAlert, List.of());
  }

  private static Match found(FoundBy by, List<String> legs, boolean worthAlert) {
    return Match.found(Ids.next(), NEED, LISTING, verdict(legs, worthAlert), by, NOW);
  }

  @Test
  void vectors_that_come_late_make_an_untold_pair_news_again() {
    var pair = found(FoundBy.LISTING, WORDS, false);
    assertThat(pair.isNews(LISTING, ALL)).isTrue();
    assertThat(pair.isNews(LISTING, WORDS)).isFalse();
  }

  @Test
  void a_pair_that_was_told_is_never_news_again() {
    var told = found(FoundBy.LISTING, WORDS, true);
    assertThat(told.isNews(LISTING, ALL)).isFalse();
    assertThat(told.isNews(States.next(LISTING, "別の題", "別の文"), ALL)).isFalse();
    assertThat(told.ended(NOW).isNews(LISTING, ALL)).isFalse();
  }

  @Test
  void a_changed_listing_and_one_that_comes_back_are_news_while_untold() {
    var pair = found(FoundBy.LISTING, ALL, false);
    assertThat(pair.isNews(States.next(LISTING, "別の題", "別の文"), ALL)).isTrue();
    assertThat(pair.ended(NOW).isNews(LISTING, ALL)).isTrue();
  }

  @Test
  void what_stands_in_the_first_list_is_known_and_no_news() {
    var listed = found(FoundBy.NEED, WORDS, false);
    assertThat(listed.isNews(States.next(LISTING, "別の題", "別の文"), ALL)).isFalse();
  }
}
