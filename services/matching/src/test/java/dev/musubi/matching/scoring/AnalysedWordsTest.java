package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnalysedWordsTest {
  private final AnalysedWords words = new AnalysedWords();
  private final List<String> asked = new ArrayList<>();

  private Map<String, List<String>> analyse(List<String> missing) {
    asked.addAll(missing);
    var terms = new HashMap<String, List<String>>();
    missing.stream().filter(it -> !it.equals("the")).forEach(it -> terms.put(it, List.of(it)));
    return terms;
  }

  @Test
  void words_that_are_remembered_are_not_analysed_again() {
    words.of(Language.EN, List.of("valve", "seat"), this::analyse);
    var found = words.of(Language.EN, List.of("seat", "spring"), this::analyse);
    assertThat(asked).containsExactly("valve", "seat", "spring");
    assertThat(found).containsOnlyKeys("seat", "spring");
  }

  @Test
  void a_word_without_terms_is_remembered_as_such() {
    assertThat(words.of(Language.EN, List.of("the"), this::analyse)).isEmpty();
    assertThat(words.of(Language.EN, List.of("the"), this::analyse)).isEmpty();
    assertThat(asked).containsExactly("the");
  }

  @Test
  void the_same_letters_are_another_word_in_the_other_language() {
    words.of(Language.EN, List.of("UV"), this::analyse);
    words.of(Language.JA, List.of("UV"), this::analyse);
    assertThat(asked).containsExactly("UV", "UV");
  }
}
