package dev.musubi.notifications.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Language;
import dev.musubi.model.event.MatchState.Reason;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonSentencesTest {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Glosses GLOSSES = new Glosses();
  private final ReasonSentences japanese =
      new ReasonSentences(new Words(Language.JA, JAPAN), GLOSSES);
  private final ReasonSentences english =
      new ReasonSentences(new Words(Language.EN, JAPAN), GLOSSES);

  @ParameterizedTest
  @CsvSource({
    "licence:NON_EXCLUSIVE,通常実施権",
    "prefecture:27,大阪府",
    "remainingYears:11,権利の残り期間 11 年",
    "trl:4,開発の段階 TRL 4"
  })
  void a_condition_is_told_in_words_and_not_as_a_code(String value, String words) {
    Reason met = new Reason(Reason.Kind.CONDITION, null, List.of(), List.of(), value, 0);
    assertThat(japanese.reasons(List.of(met), 3)).containsExactly("ご希望の条件（" + words + "）に合っています。");
  }

  @Test
  void an_industry_is_told_in_the_readers_language() {
    Reason same = new Reason(Reason.Kind.FIELD, null, List.of(), List.of(), "E18", 0);
    assertThat(japanese.reasons(List.of(same), 3).getFirst()).contains("プラスチック");
    assertThat(english.reasons(List.of(same), 3).getFirst()).contains("plastic");
  }

  @Test
  void a_word_that_differs_by_its_capital_alone_is_the_same_word() {
    Reason met =
        new Reason(Reason.Kind.TERMS, "title", List.of("bottle"), List.of("Bottle"), null, 1);
    assertThat(english.reasons(List.of(met), 3))
        .containsExactly("Its title mentions “bottle” from your need.");
  }

  @Test
  void words_that_the_reader_does_not_read_are_glossed_and_marked_as_such() {
    Reason met = new Reason(Reason.Kind.TERMS, null, List.of("近赤外線"), List.of("近赤外線"), null, 1);
    assertThat(english.reasons(List.of(met), 3))
        .containsExactly(
            "It mentions “近赤外線” from your need. (word by word, by a dictionary: near infrared)");
    assertThat(japanese.reasons(List.of(met), 3)).containsExactly("ご要望の「近赤外線」が、この特許に書かれています。");
  }

  @Test
  void nothing_is_glossed_when_one_of_the_words_cannot_be_told() {
    Reason met =
        new Reason(
            Reason.Kind.TERMS, null, List.of("近赤外線", "ゾゾロン"), List.of("近赤外線", "ゾゾロン"), null, 1);
    assertThat(english.reasons(List.of(met), 3))
        .containsExactly("It mentions “近赤外線”, “ゾゾロン” from your need.");
  }
}
