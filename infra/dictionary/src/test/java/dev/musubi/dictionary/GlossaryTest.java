package dev.musubi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader sees of a title in the other language. */
final class GlossaryTest {
  private static final Glossary GLOSSARY = new Glossary(Dictionary.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          射出成形の型に分解物がこびりつくのを防ぐ、清掃いらずの硬質膜|injection moulding|hard coating
          廃プラスチックを近赤外線で選別する装置|near infrared|sorting
          カーボンナノチューブを含む導電性樹脂組成物|carbon nanotube|resin composition
          りんごの搾りかすの酵素処理方法|pomace|enzyme treatment
          温室の燃料を四割減らす吊り下げ蓄熱袋|greenhouse|heat storage
          良品写真二十枚で始められる外観検査|visual inspection|good part
          低温で焼成できるセラミックス基板|low temperature|substrate
          軸受の摩耗を抑える潤滑油|bearing|lubricating oil
          """)
  void japanese_titles_are_told_by_the_usual_words_of_technology(
      String title, String one, String other) {
    assertThat(GLOSSARY.inEnglish(title))
        .hasValueSatisfying(it -> assertThat(it.text()).contains(one).contains(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Keeping injection moulds clean with a hard carbon coating|射出成形|硬質炭素被膜
          Method and apparatus for monitoring oxygen partial pressure|装置|酸素
          Self-braking walker wheel without a battery|歩行器車輪|電池なし
          High efficiency ceramic composite structures|高効率|セラミックス複合材料構造
          Sorting black plastics by terahertz light|選別|テラヘルツ光
          Fiber optic sensor for aircraft engines|光ファイバーセンサー|航空機エンジン
          Detection of cracks in concrete bridges|検出|コンクリート橋
          Novel catalyst for hydrogen production|触媒|水素生産
          """)
  void english_titles_are_told_by_the_usual_words_of_technology(
      String title, String one, String other) {
    assertThat(GLOSSARY.inJapanese(title))
        .hasValueSatisfying(it -> assertThat(it.text()).contains(one).contains(other));
  }

  @Test
  void a_compound_is_told_whole_and_what_stands_apart_is_told_apart() {
    assertThat(GLOSSARY.inEnglish("樹脂の表面処理").map(Gloss::text))
        .hasValue("resin · surface treatment");
    assertThat(GLOSSARY.inJapanese("thin film on glass").map(Gloss::text)).hasValue("薄膜・ガラス");
  }

  @Test
  void single_letters_are_told_only_where_their_meaning_is_known() {
    List<String> told =
        GLOSSARY.inEnglish("水と光の系における化の間").stream()
            .flatMap(it -> it.words().stream())
            .map(Gloss.Word::rendering)
            .toList();
    assertThat(told).containsExactly("water", "light", "system");
  }

  @Test
  void relatives_of_a_stem_do_not_pass_for_the_word() {
    assertThat(GLOSSARY.inJapanese("detection").map(Gloss::text)).hasValue("検出");
    assertThat(GLOSSARY.inJapanese("fast filtration").map(Gloss::text)).hasValue("高速ろ過");
  }

  @Test
  void where_little_is_known_nothing_is_told() {
    assertThat(GLOSSARY.inJapanese("Zyxwvut qwertyuiop flarn")).isEmpty();
    assertThat(GLOSSARY.inEnglish("ゾルファニ・メクトラの樹脂")).isEmpty();
    assertThat(GLOSSARY.inEnglish("")).isEmpty();
    assertThat(GLOSSARY.inJapanese("2026 / 100 %")).isEmpty();
    assertThat(GLOSSARY.inEnglish("のをにはが")).isEmpty();
  }

  @Test
  void latin_names_in_japanese_stay_as_they_are() {
    assertThat(GLOSSARY.inEnglish("GaN基板の研磨").map(Gloss::text))
        .hasValue("GaN substrate · polishing");
  }

  @Test
  void an_endless_title_is_cut() {
    assertThat(GLOSSARY.inEnglish("樹脂の金型".repeat(50_000)))
        .hasValueSatisfying(it -> assertThat(it.words()).hasSizeLessThanOrEqualTo(16));
  }

  @ParameterizedTest
  @CsvSource({
    "近赤外線で選別する装置, true, false",
    "Sorting by near infrared, true, true",
    "Sorting by near infrared, false, false",
    "近赤外線で選別する装置, false, true",
    "3.5 %, true, false",
    "'', false, false"
  })
  void only_what_a_reader_does_not_read_is_told(String text, boolean readsJapanese, boolean told) {
    assertThat(GLOSSARY.forReader(text, readsJapanese).isPresent()).isEqualTo(told);
  }
}
