package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class PassagesTest {

  @Test
  void problem_and_effect_come_first_and_the_title_is_not_among_them() {
    var passages =
        read(
            new FieldTexts()
                .add(Language.JA, "title", "近赤外線による選別装置です。")
                .add(Language.JA, "overview", "廃プラスチックを素材ごとに分ける。短い。")
                .add(Language.JA, "problem", "黒い樹脂を見分けられない。"));
    assertThat(passages.sentences())
        .containsExactly(
            new Passages.Sentence("problem", "黒い樹脂を見分けられない。"),
            new Passages.Sentence("overview", "廃プラスチックを素材ごとに分ける。"));
  }

  @Test
  void keywords_in_a_row_are_no_sentence() {
    var passages =
        read(
            new FieldTexts()
                .add(Language.JA, "overview", "葉の表面を光で測る。\n計測 / 植物 / 吸光度 / 蛍光 / 偏向 / 溶存酸素"));
    assertThat(passages.texts()).containsExactly("葉の表面を光で測る。");
  }

  @Test
  void no_more_than_a_dozen_are_read_of_a_long_text() {
    var passages =
        read(new FieldTexts().add(Language.EN, "overview", "It sorts waste well. ".repeat(5_000)));
    assertThat(passages.sentences()).hasSize(12);
  }

  @Test
  void other_sentences_have_another_hash() {
    var one = read(new FieldTexts().add(Language.EN, "overview", "It sorts waste. It is quick."));
    var same = read(new FieldTexts().add(Language.EN, "overview", "It sorts waste. It is quick."));
    var other = read(new FieldTexts().add(Language.EN, "overview", "It sorts waste. It is slow."));
    assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash());
  }

  private static Passages read(FieldTexts texts) {
    return Passages.of(texts.into(new JsonMapper().createObjectNode()));
  }
}
