package dev.musubi.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.musubi.model.event.ListingState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrawElementsTest {
  private static final DrawElements RULES = DrawElements.shipped();

  @Test
  void what_is_to_be_gained_is_told_in_the_dictionary_form() {
    var drawn = RULES.from("掃除の回数を減らしたいです。騒音を大幅に低減でき、配管の腐食も防げます。");
    assertThat(drawn.efficacy()).contains("掃除の回数を減らす", "騒音を低減する");
    assertThat(RULES.from("The coating reduced wear of the bearing.").efficacy())
        .containsExactly("reduce wear of the bearing");
  }

  @Test
  void a_trouble_is_turned_into_what_is_wanted() {
    assertThat(RULES.from("金型に茶色いヤニがつくので困ります。").efficacy()).containsExactly("茶色いヤニがつくのを防ぐ");
    assertThat(RULES.from("We suffer from gas defects in our castings.").efficacy())
        .containsExactly("avoid gas defects");
  }

  @Test
  void means_are_methods_unless_they_are_stuff() {
    var drawn = RULES.from("カーボンナノチューブを用い、プラズマ処理を用いて成膜する。");
    assertThat(drawn.material()).containsExactly("カーボンナノチューブ");
    assertThat(drawn.method()).contains("プラズマ処理");
  }

  @Test
  void for_which_use_is_told_by_its_ending_and_not_by_words_that_end_alike() {
    assertThat(RULES.from("医療用カテーテル").application()).containsExactly("医療");
    assertThat(RULES.from("畜産向けシステム").application()).containsExactly("畜産");
    assertThat(RULES.from("費用と使用量").application()).isEmpty();
    assertThat(RULES.from("Carbon film for use in flexible displays").application())
        .containsExactly("flexible displays");
  }

  @Test
  void a_list_of_products_is_taken_as_it_stands() {
    var text =
        new ListingState.Text(
            "ja", "廃熱を用いる装置", null, null, null, "燃料の使用量を削減する。", "工業炉、食品乾燥機、農業分野など", null);
    var drawn = RULES.from(text);
    assertThat(drawn.product()).contains("工業炉", "食品乾燥機");
    assertThat(drawn.application()).contains("農業分野");
    assertThat(drawn.efficacy()).containsExactly("燃料の使用量を削減する");
  }

  @Test
  void headings_of_an_abstract_are_no_part_of_its_sentences() {
    var drawn = RULES.from("【課題】塗膜のひび割れを防止する。【解決手段】セルロースナノファイバーを含む。");
    assertThat(drawn.efficacy()).containsExactly("塗膜のひび割れを防止する");
    assertThat(drawn.material()).contains("セルロースナノファイバー");
  }

  @Test
  void texts_in_capitals_are_read_as_others() {
    assertThat(RULES.from("THE DEVICE SHORTENS CHARGING TIME.").efficacy())
        .containsExactly("shorten charging time");
  }

  @Test
  void nothing_is_drawn_from_nothing() {
    for (var text : List.of("", " ", "😀😀", "のをにはが", "the of and", "\u0000\u0007")) {
      var drawn = RULES.from(text);
      for (var element : Element.values()) {
        assertThat(element.in(drawn)).as(text).isEmpty();
      }
    }
  }

  @Test
  void no_element_is_too_long_for_a_need_and_none_are_too_many() {
    var drawn = RULES.from("熱伝導性樹脂".repeat(40) + "を用いて、" + "摩耗を低減し、腐食を防ぎ、音を抑え、".repeat(30));
    for (var element : Element.values()) {
      assertThat(element.in(drawn)).hasSizeLessThanOrEqualTo(6).allMatch(it -> it.length() <= 100);
    }
  }

  @Test
  void hostile_texts_take_no_longer_than_others() {
    var hostile =
        List.of(
            "の".repeat(200_000),
            "漢".repeat(200_000),
            "ア".repeat(200_000),
            "漢の".repeat(100_000),
            "漢が".repeat(100_000),
            "漢り".repeat(100_000),
            "りんご".repeat(70_000),
            "耐漢性を".repeat(50_000),
            "aa ".repeat(70_000),
            "using ".repeat(30_000),
            "reduce ".repeat(30_000));
    for (var text : hostile) {
      var start = System.nanoTime();
      assertThatCode(() -> RULES.from(text)).doesNotThrowAnyException();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }
}
