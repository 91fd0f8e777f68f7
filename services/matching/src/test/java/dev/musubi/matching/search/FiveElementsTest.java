package dev.musubi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.world.States;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Elements;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiveElementsTest {
  private static final List<String> NONE = List.of();

  @Test
  void what_an_owner_named_counts_before_what_is_drawn() {
    var own = new Elements(NONE, NONE, List.of("静かさ"), NONE, NONE);
    var text = new ListingState.Text("ja", "騒音を抑えるポンプ", null, null, null, null, null, null, own);
    assertThat(FiveElements.of(text).efficacy()).containsExactly("静かさ");
    assertThat(FiveElements.of(States.text("ja", "騒音を抑えるポンプ", "音が大きい。")).efficacy())
        .contains("騒音を抑える");
  }

  @Test
  void a_need_without_elements_has_those_of_its_text() {
    assertThat(FiveElements.of(need(new Elements(NONE, NONE, NONE, NONE, NONE))).efficacy())
        .containsExactly("騒音を抑える");
    var named = need(new Elements(NONE, List.of("吸音材"), NONE, NONE, NONE));
    assertThat(FiveElements.of(named).method()).containsExactly("吸音材");
    assertThat(FiveElements.of(named).efficacy()).isEmpty();
  }

  @Test
  void a_question_does_not_ask_twice_for_what_the_text_says() {
    var need = need(new Elements(NONE, List.of("吸音材"), List.of("騒音を抑える"), NONE, NONE));
    assertThat(NeedDocument.question(need).parts())
        .extracting(Question.Part::name)
        .containsExactly("title", "text", "method");
  }

  @Test
  void elements_of_a_document_are_those_of_its_listing() {
    var listing = States.listing("騒音を抑えるポンプ", "音が大きい。");
    var document = ListingDocument.of(listing, null, LocalDate.of(2026, 1, 1));
    assertThat(FiveElements.of(document))
        .containsExactly(FiveElements.of(listing.texts().getFirst()));
  }

  private static NeedState need(Elements elements) {
    var need = States.need("ポンプの音", "騒音を抑えたいです。");
    return new NeedState(
        need.id(),
        need.version(),
        need.organisationId(),
        need.state(),
        need.lang(),
        need.title(),
        need.text(),
        elements,
        need.constraints(),
        need.wants(),
        need.visibility(),
        need.alerts(),
        need.prefecture(),
        need.jsic(),
        need.sample(),
        need.activatedAt(),
        need.changedAt());
  }
}
