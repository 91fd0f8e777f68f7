package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.NeedState.Elements;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ElementReasonsTest {
  private static final List<String> NONE = List.of();

  @Test
  void an_effect_that_met_an_effect_is_told_with_both_phrases() {
    var reasons = reasons(efficacy("掃除の回数を減らす"), efficacy("金型の掃除を省く"), text("掃除", "掃除", 0.3));
    assertThat(reasons)
        .containsExactly(
            new Reason(
                Reason.Kind.ELEMENT,
                null,
                List.of("掃除の回数を減らす"),
                List.of("金型の掃除を省く"),
                "efficacy",
                0.3));
  }

  @Test
  void words_that_met_in_translation_tell_of_elements_too() {
    var met = new Evidence(DictionaryLeg.NAME, "effect", "騒音", "noise", 0.4);
    var reasons = reasons(efficacy("騒音を抑える"), efficacy("reduce pump noise"), met);
    assertThat(reasons).singleElement().extracting(Reason::value).isEqualTo("efficacy");
  }

  @Test
  void the_word_for_gaining_alone_is_no_common_gain() {
    var met = text("低減", "低減", 0.4);
    assertThat(reasons(efficacy("騒音の低減"), efficacy("コストの低減"), met)).isEmpty();
    var english = text("reduce", "reduces", 0.4);
    assertThat(reasons(efficacy("reduce noise"), efficacy("reduces cost"), english)).isEmpty();
  }

  @Test
  void a_word_in_another_element_is_no_common_element() {
    var need = efficacy("樹脂が残るのを防ぐ");
    var listing = new Elements(List.of("樹脂"), NONE, NONE, NONE, NONE);
    assertThat(reasons(need, listing, text("樹脂", "樹脂", 0.4))).isEmpty();
  }

  @Test
  void what_is_made_here_may_be_where_it_is_used_there() {
    var need = new Elements(NONE, NONE, NONE, List.of("車椅子"), NONE);
    var listing = new Elements(NONE, NONE, NONE, NONE, List.of("電動車椅子"));
    assertThat(reasons(need, listing, text("車椅子", "車椅子", 0.2)))
        .singleElement()
        .extracting(Reason::value)
        .isEqualTo("product");
  }

  @Test
  void a_thing_is_named_by_its_end() {
    var need = new Elements(NONE, NONE, NONE, List.of("injection moulds", "コネクタ部品"), NONE);
    var listing = new Elements(NONE, NONE, NONE, List.of("fuel injection parts", "車載コネクタ"), NONE);
    assertThat(reasons(need, listing, text("injection", "injection", 0.4))).isEmpty();
    assertThat(reasons(need, listing, text("コネクタ", "コネクタ", 0.4)))
        .singleElement()
        .extracting(Reason::listingWords)
        .isEqualTo(List.of("車載コネクタ"));
  }

  @Test
  void of_two_languages_of_a_listing_the_needs_own_is_cited() {
    var met =
        List.of(
            new Evidence(DictionaryLeg.NAME, "title", "騒音", "noise", 0.6), text("騒音", "騒音", 0.1));
    var listing = List.of(efficacy("reduce noise"), efficacy("騒音の低減"));
    assertThat(ElementReasons.of(efficacy("騒音を抑える"), listing, met))
        .singleElement()
        .extracting(Reason::listingWords)
        .isEqualTo(List.of("騒音の低減"));
  }

  @Test
  void words_that_did_not_meet_and_near_passages_tell_of_no_element() {
    var passage = new Evidence(VectorLeg.NAME, "effect", "騒音", "騒音", 0.9);
    assertThat(reasons(efficacy("騒音を抑える"), efficacy("騒音を抑える"), passage)).isEmpty();
    assertThat(ElementReasons.of(efficacy("騒音を抑える"), List.of(efficacy("騒音を抑える")), List.of()))
        .isEmpty();
  }

  private static List<Reason> reasons(Elements need, Elements listing, Evidence evidence) {
    return ElementReasons.of(need, List.of(listing), List.of(evidence));
  }

  private static Elements efficacy(String phrase) {
    return new Elements(NONE, NONE, List.of(phrase), NONE, NONE);
  }

  private static Evidence text(String mine, String theirs, double weight) {
    return new Evidence(TextLeg.NAME, "effect", mine, theirs, weight);
  }
}
