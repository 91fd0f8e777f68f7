package dev.musubi.matching.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.matching.rule.Scene.Heard;
import dev.musubi.matching.rule.Scene.News;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No order of steps misses a pair, and every part of the rule is needed for that. */
final class VisibilityRuleTest {
  private static final News NEED = new News(Heard.NEED_COMES, 0);
  private static final News CHANGE = new News(Heard.NEED_CHANGES, 0);

  private static News comes(int listing) {
    return new News(Heard.LISTING_COMES, listing);
  }

  private static News closes(int listing) {
    return new News(Heard.LISTING_CLOSES, listing);
  }

  private static List<Scene> wrongEnds(Rule rule, News... news) {
    return new Explorer(rule).wrongEnds(Scene.before(news));
  }

  @Test
  void a_need_and_two_listings_always_meet() {
    var explorer = new Explorer(Rule.WHOLE);
    assertThat(explorer.wrongEnds(Scene.before(NEED, comes(1), comes(2)))).isEmpty();
    assertThat(explorer.scenes()).isGreaterThan(1_000);
  }

  @Test
  void a_need_that_changes_meets_what_comes_meanwhile() {
    assertThat(wrongEnds(Rule.WHOLE, NEED, CHANGE, comes(1))).isEmpty();
  }

  @Test
  void a_listing_that_closes_stands_with_nobody() {
    assertThat(wrongEnds(Rule.WHOLE, NEED, comes(1), closes(1))).isEmpty();
    assertThat(wrongEnds(Rule.WHOLE, NEED, comes(1), closes(1), comes(2))).isEmpty();
  }

  @Test
  void searches_that_are_queued_before_their_document_is_visible_miss_pairs() {
    assertThat(wrongEnds(new Rule(false, true, true, true), NEED, comes(1))).isNotEmpty();
  }

  @Test
  void a_ranking_under_way_that_is_trusted_to_have_seen_a_listing_misses_pairs() {
    assertThat(wrongEnds(new Rule(true, false, true, true), NEED, comes(1))).isNotEmpty();
  }

  @Test
  void a_ranking_that_ends_what_it_has_not_judged_loses_pairs() {
    assertThat(wrongEnds(new Rule(true, true, false, true), NEED, comes(1), comes(2))).isNotEmpty();
  }

  @Test
  void pairs_that_are_written_without_a_look_at_the_listing_outlive_it() {
    assertThat(wrongEnds(new Rule(true, true, true, false), NEED, comes(1), closes(1)))
        .isNotEmpty();
  }
}
