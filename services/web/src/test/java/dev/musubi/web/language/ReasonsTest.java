package dev.musubi.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.event.MatchState.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Reasons as the owner of a small firm reads them. */
class ReasonsTest {
  private static final Glosses GLOSSES = new Glosses();

  private final Words words = new Words(messages());
  private final Reasons reasons = new Reasons(words, GLOSSES);

  @BeforeEach
  void japanese() {
    LocaleContextHolder.setLocale(Locale.JAPANESE);
  }

  @AfterEach
  void nobody() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void words_that_met_are_tied_in_pairs_with_the_place_in_the_patent() {
    Reason met = reason(Reason.Kind.TERMS, "effect", List.of("におい", "排水"), List.of("臭気", "排水"));
    assertThat(reasons.ties(List.of(met)))
        .containsExactly(tie("におい", "臭気", "効果"), tie("排水", "排水", "効果"));
    assertThat(reasons.lines(List.of(met))).isEmpty();
  }

  @Test
  void a_pair_that_met_in_two_places_is_told_once() {
    Reason title = reason(Reason.Kind.TERMS, "title", List.of("排水"), List.of("排水"));
    Reason effect = reason(Reason.Kind.TERMS, "effect", List.of("排水"), List.of("排水"));
    assertThat(reasons.ties(List.of(title, effect))).containsExactly(tie("排水", "排水", "題名、効果"));
  }

  @Test
  void beside_highlighted_text_only_unlike_words_are_tied() {
    Reason met = reason(Reason.Kind.TERMS, "effect", List.of("におい", "排水"), List.of("臭気", "排水"));
    assertThat(reasons.unlike(List.of(met))).extracting(Reasons.Tie::need).containsExactly("におい");
  }

  @Test
  void a_translation_is_a_tie_between_two_languages() {
    Reason met = reason(Reason.Kind.TRANSLATION, "title", List.of("選別"), List.of("sorting"));
    assertThat(reasons.ties(List.of(met))).containsExactly(tie("選別", "sorting", "題名"));
  }

  @Test
  void what_met_by_meaning_alone_is_told_in_a_sentence() {
    Reason near = reason(Reason.Kind.PASSAGE, "solution", List.of(), List.of());
    assertThat(reasons.lines(List.of(near)))
        .containsExactly(new Reasons.Line("fit", "書いていることの意味が、この特許の「解決のしかた」と近いです。", null));
  }

  @Test
  void the_passage_that_is_close_in_meaning_is_quoted() {
    Reason near = reason(Reason.Kind.PASSAGE, "effect", List.of(), List.of("においは生まれません。"));
    assertThat(reasons.lines(List.of(near)).getFirst().text()).contains("「においは生まれません。」");
    assertThat(reasons.ties(List.of(near))).isEmpty();
  }

  @Test
  void a_word_of_one_letter_is_tied_only_where_there_is_nothing_better() {
    Reason both = reason(Reason.Kind.TERMS, "title", List.of("手", "選別"), List.of("手", "選別"));
    Reason alone = reason(Reason.Kind.TERMS, "title", List.of("糸"), List.of("糸"));
    assertThat(reasons.ties(List.of(both))).extracting(Reasons.Tie::need).containsExactly("選別");
    assertThat(reasons.ties(List.of(alone))).extracting(Reasons.Tie::need).containsExactly("糸");
  }

  @Test
  void a_class_is_told_with_what_it_is_about() {
    Reason ipc = new Reason(Reason.Kind.IPC, null, List.of(), List.of(), "C02F", 1);
    assertThat(reasons.lines(List.of(ipc)).getFirst().text()).contains("C02F（水・廃水の処理）");
  }

  @Test
  void what_speaks_against_it_is_a_question() {
    Reason against =
        new Reason(Reason.Kind.AGAINST, null, List.of(), List.of(), "licence:ASSIGNMENT", 1);
    Reasons.Line line = reasons.lines(List.of(against)).getFirst();
    assertThat(line.kind()).isEqualTo("question");
    assertThat(line.text()).contains("譲渡").endsWith("か。");
  }

  @Test
  void a_hostile_fragment_is_text_and_only_whole_pairs_of_marks_mark() {
    assertThat(words.marked("<img src=x onerror=alert(1)> [[排水]]"))
        .isEqualTo("&lt;img src=x onerror=alert(1)&gt; <mark>排水</mark>");
    assertThat(words.marked("[[a ]] b [[ c")).isEqualTo("<mark>a </mark> b [[ c");
  }

  @Test
  void a_title_is_marked_only_by_a_fragment_that_is_the_whole_of_it() {
    assertThat(words.markedWhole(List.of("[[排水]]の脱臭"), "排水の脱臭")).isEqualTo("<mark>排水</mark>の脱臭");
    assertThat(words.markedWhole(List.of("[[排水]]"), "排水の<脱臭>")).isEqualTo("排水の&lt;脱臭&gt;");
    assertThat(words.markedWhole(null, "[[x]]")).isEqualTo("[[x]]");
  }

  @Test
  void a_pointer_into_a_row_is_told_by_the_name_of_its_part() {
    assertThat(words.column("/owners/1")).isEqualTo("権利者（2番目）");
    assertThat(words.column("/trl")).isEqualTo("開発の段階");
    assertThat(words.column("発明の名称")).isEqualTo("発明の名称");
  }

  @Test
  void a_prefecture_fits_a_small_tile() {
    assertThat(words.prefectureShort("01")).isEqualTo("北海道");
    assertThat(words.prefectureShort("13")).isEqualTo("東京");
    assertThat(words.prefectureShort("26")).isEqualTo("京都");
    assertThat(words.prefectureShort("14")).isEqualTo("神奈川");
  }

  @Test
  void an_element_that_met_is_told_with_both_phrases_before_all_else() {
    Reason field = new Reason(Reason.Kind.FIELD, null, List.of(), List.of(), "E09", 0);
    Reason element = element(List.of("騒音を抑える"), List.of("騒音を低減する"));
    assertThat(reasons.lines(List.of(field, element)).getFirst().text())
        .isEqualTo("求めている働き「騒音を抑える」に、特許の「騒音を低減する」が当たります。");
    assertThat(reasons.ties(List.of(element))).isEmpty();
  }

  @Test
  void who_does_not_read_the_patent_is_told_what_its_words_mean() {
    Reason element = element(List.of("騒音を抑える"), List.of("reduce pump noise"));
    assertThat(reasons.lines(List.of(element)).getFirst().gloss()).contains("ポンプ騒音");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    Reason met = reason(Reason.Kind.TERMS, "effect", List.of("騒音"), List.of("騒音"));
    assertThat(reasons.ties(List.of(met)).getFirst().gloss()).isEqualTo("noise");
    assertThat(reasons.lines(List.of(element)).getFirst().gloss()).isNull();
  }

  @Test
  void an_industry_is_told_in_the_readers_language() {
    Reason industry = new Reason(Reason.Kind.FIELD, null, List.of(), List.of(), "09", 0);
    assertThat(reasons.lines(List.of(industry)).getFirst().text()).contains("食料品製造業");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(reasons.lines(List.of(industry)).getFirst().text())
        .containsIgnoringCase("food")
        .doesNotContain("食料品");
  }

  @Test
  void what_speaks_against_it_is_told_however_much_fits() {
    List<Reason> many =
        new ArrayList<>(Collections.nCopies(9, element(List.of("a"), List.of("b"))));
    many.add(new Reason(Reason.Kind.AGAINST, null, List.of(), List.of(), "trl:3", 0));
    assertThat(reasons.lines(many)).hasSize(7);
    assertThat(reasons.lines(many).getLast().kind()).isEqualTo("question");
  }

  private static Reason element(List<String> need, List<String> listing) {
    return new Reason(Reason.Kind.ELEMENT, null, need, listing, "efficacy", 1);
  }

  private static Reasons.Tie tie(String need, String listing, String places) {
    return new Reasons.Tie(need, listing, places, null);
  }

  private static Reason reason(
      Reason.Kind kind, @Nullable String where, List<String> need, List<String> listing) {
    return new Reason(kind, where, need, listing, null, 1);
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/web", "messages/words", "messages/ipc");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }
}
