package dev.musubi.listings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.event.NeedState.Elements;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ElementRulesTest {
  private final FaultList faults = new FaultList();

  @Test
  void phrases_are_stripped_and_each_is_kept_once() {
    var expected = new Elements(List.of(), List.of(), List.of("騒音を抑える"), List.of(), List.of());
    assertThat(check(List.of(" 騒音を抑える ", "騒音を抑える", " "))).isEqualTo(expected);
    assertThat(faults.all()).isEmpty();
  }

  @Test
  void an_owner_who_names_none_leaves_them_to_be_drawn() {
    assertThat(check(List.of("", "  "))).isNull();
    assertThat(ElementRules.check(null, "/texts/0/elements", faults)).isNull();
  }

  @Test
  void too_many_and_too_long_phrases_are_told_at_the_text() {
    check(Collections.nCopies(21, "x"));
    check(List.of("長".repeat(101)));
    assertThat(faults.all())
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(
            Tuple.tuple("/texts/0/elements", "many.20"),
            Tuple.tuple("/texts/0/elements", "long.100"));
  }

  private @Nullable Elements check(List<String> efficacy) {
    var raw = new Elements(List.of(), List.of(), efficacy, List.of(), List.of());
    return ElementRules.check(raw, "/texts/0/elements", faults);
  }
}
