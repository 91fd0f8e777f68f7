package dev.musubi.elements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.elements.Annotated.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How well the rules agree with a person, printed by half, language and element. Rules are made by
 * looking at the half {@code dev} alone; {@code kept} says what they are worth. Every disagreement
 * in {@code dev} is printed, so that whoever changes a rule sees what it did.
 */
final class MeasuredTest {
  private static final DrawElements RULES = DrawElements.shipped();
  private static final List<Annotated> SENTENCES = Annotated.read();

  @Test
  void rules_agree_with_a_person_on_sentences_that_they_were_not_made_for() {
    var scores = new TreeMap<String, Score>();
    SENTENCES.forEach(it -> score(it, scores));
    scores.forEach((group, score) -> System.out.printf("%-28s %s%n", group, score));
    for (var lang : List.of("ja", "en")) {
      var kept = scores.getOrDefault("kept " + lang + " all", Score.NONE);
      assertThat(kept.precision()).as(lang + " precision").isGreaterThan(0.6);
      assertThat(kept.recall()).as(lang + " recall").isGreaterThan(0.6);
    }
  }

  @Test
  void disagreements_on_the_sentences_for_making_rules_are_told() {
    var told = new LinkedHashMap<String, String>();
    for (var sentence : SENTENCES) {
      if (sentence.half().equals("dev")) {
        disagreements(sentence).forEach((key, text) -> told.put(sentence.text() + key, text));
      }
    }
    told.values().forEach(System.out::println);
    assertThat(told.size()).isLessThan(SENTENCES.size());
  }

  private static void score(Annotated sentence, Map<String, Score> scores) {
    var drawn = RULES.from(sentence.text());
    for (var element : Element.values()) {
      var score = sentence.score(element, drawn);
      var group = sentence.half() + " " + sentence.lang() + " ";
      scores.merge(group + element.key(), score, Score::and);
      scores.merge(group + "all", score, Score::and);
    }
  }

  private static Map<Element, String> disagreements(Annotated sentence) {
    var told = new LinkedHashMap<Element, String>();
    var drawn = RULES.from(sentence.text());
    for (var element : Element.values()) {
      var score = sentence.score(element, drawn);
      if (score.right() < score.drawn() || score.found() < score.wanted()) {
        told.put(
            element,
            element.key()
                + " "
                + element.in(drawn)
                + ", a person "
                + sentence.of(element)
                + ": "
                + sentence.text());
      }
    }
    return told;
  }
}
