package dev.musubi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.model.event.ListingState.Offer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @ParameterizedTest
  @ValueSource(strings = {"7000012050002", "4000012090001", "1180301018771", "T1180301018771"})
  void corporate_numbers_with_a_fitting_check_digit_are_read(String raw) {
    assertThat(CorporateNumber.parse(raw).digits()).hasSize(13);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1234567890123", "0000012050002", "700001205000", "70000120500021", "", "abc"})
  void corporate_numbers_that_cannot_be_are_refused(String raw) {
    assertThatThrownBy(() -> CorporateNumber.parse(raw)).isInstanceOf(InvalidValue.class);
    assertThat(CorporateNumber.tryParse(raw)).isEmpty();
  }

  @Test
  void each_single_wrong_digit_of_a_corporate_number_is_noticed() {
    String right = "7000012050002";
    for (int at = 1; at < right.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String other = right.substring(0, at) + digit + right.substring(at + 1);
        // Nine and zero are the same to a check modulo nine.
        boolean same = (digit - right.charAt(at)) % 9 == 0;
        assertThat(CorporateNumber.tryParse(other).isPresent()).as(other).isEqualTo(same);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B60J5/00               | B60J5/00
          B60J 5/00              | B60J5/00
          b60j  5/00             | B60J5/00
          Ｂ６０Ｊ　５／００       | B60J5/00
          B60J   5/00        20060101AFI20051008RMJP | B60J5/00
          B60J 5/00 (2006.01)    | B60J5/00
          H01L 021/00            | H01L21/00
          H01L0021000000         | H01L21/00
          G06F0016903200         | G06F16/9032
          Int.Cl.7 B60J 5/00     | B60J5/00
          B60J                   | B60J
          B60                    | B60
          """)
  void ipc_codes_have_one_form(String raw, String code) {
    assertThat(Ipc.parse(raw).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "B", "B6", "Y02E10/50", "B60J5", "B60J5/0", "I60J5/00", "60J5/00", "x"})
  void texts_that_are_no_ipc_code_are_refused(String raw) {
    assertThatThrownBy(() -> Ipc.parse(raw)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void cpc_has_a_section_y_and_long_subgroups() {
    assertThat(Cpc.parse("Y02E 10/50").code()).isEqualTo("Y02E10/50");
    assertThat(Cpc.parse("A61K2300/00").display()).isEqualTo("A61K 2300/00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B60J5/00,501@B    | B60J5/00,501@B
          B60J 5/00,501 @B  | B60J5/00,501@B
          C04B35/58 104 B   | C04B35/58,104@B
          H02J3/00,170      | H02J3/00,170
          H02J3/32          | H02J3/32
          B60J5/00@Z        | B60J5/00@Z
          ＺＮＡ             | ZNA
          """)
  void fi_codes_have_one_form(String raw, String code) {
    assertThat(Fi.parse(raw).code()).isEqualTo(code);
  }

  @Test
  void an_fi_code_knows_its_ipc_group() {
    assertThat(Fi.parse("B60J5/00,501@B").ipc()).contains(new Ipc("B60J5/00"));
    assertThat(Fi.parse("ZNA").ipc()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3B120AD04, 3B120 AD04",
    "3B120 AD04, 3B120 AD04",
    "3b120/ad041, 3B120 AD041",
    "4J002, 4J002"
  })
  void f_terms_have_one_form(String raw, String shown) {
    assertThat(FTerm.parse(raw).display()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "B3120", "3B12", "3B120A", "3B120AD0"})
  void texts_that_are_no_f_term_are_refused(String raw) {
    assertThatThrownBy(() -> FTerm.parse(raw)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "B60J5/00, B, true",
    "B60J5/00, B60, true",
    "B60J5/00, B60J, true",
    "B60J5/00, B60J5, true",
    "B60J5/00, B60J 5/00, true",
    "B60J10/00, B60J1, false",
    "B60J5/0416, B60J5/04, false",
    "B60J5/00, B6, false",
    "B60J5/00, C, false"
  })
  void a_prefix_ends_where_a_level_ends(String code, String prefix, boolean within) {
    assertThat(Cpc.parse(code).isWithin(prefix)).isEqualTo(within);
  }

  @Test
  void an_fi_code_lies_in_its_group() {
    assertThat(Fi.parse("B60J5/00,501@B").isWithin("B60J5/00")).isTrue();
    assertThat(FTerm.parse("3B120AD04").isWithin("3B120AD")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "13, 13",
    "1, 01",
    "東京都, 13",
    "東京, 13",
    "京都, 26",
    "Tokyo, 13",
    "北海道, 01",
    "大阪府, 27",
    "JP-47, 47",
    "13101, 13",
    "Osaka Prefecture, 27",
    "ＴＯＫＹＯ, 13"
  })
  void prefectures_are_found_by_code_and_name(String written, String code) {
    assertThat(Prefecture.parse(written).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "48", "00", "東", "パリ", "100"})
  void what_is_no_prefecture_is_not_found(String written) {
    assertThat(Prefecture.find(written)).isEmpty();
  }

  @Test
  void all_prefectures_have_both_names() {
    assertThat(Prefecture.all())
        .hasSize(47)
        .allSatisfy(
            it -> {
              assertThat(it.ja()).matches(".*[都道府県]");
              assertThat(it.en()).matches("[A-Z][a-z]+");
            });
  }

  @ParameterizedTest
  @CsvSource({"E24, E24", "24, E24", "2441, E2441", "E, E", "e-24, E24", "1, A01", "Ｅ２４, E24"})
  void industries_have_one_form(String written, String code) {
    assertThat(Jsic.parse(written).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U", "A24", "E00", "E24411", "製造業"})
  void industries_that_do_not_exist_are_refused(String written) {
    assertThatThrownBy(() -> Jsic.parse(written)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void industries_have_sections_divisions_and_names() {
    assertThat(Jsic.terms()).hasSize(119);
    assertThat(Jsic.parse("2441").name(Language.JA)).isEqualTo("金属製品製造業");
    assertThat(Jsic.parse("E").name(Language.EN)).isEqualTo("Manufacturing");
    assertThat(Jsic.parse("2441").isWithin(Jsic.parse("E"))).isTrue();
  }

  @Test
  void readiness_has_nine_levels_with_words() {
    assertThat(new Trl(7).stage(Language.JA)).isEqualTo("実演できる段階");
    assertThat(Trl.ofEenStage("Field tested")).contains(new Trl(7));
    assertThatThrownBy(() -> new Trl(0)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Trl(10)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "電気・電子, ELECTRICITY",
    "電気･電子, ELECTRICITY",
    "CHEMISTRY, CHEMISTRY",
    "食品バイオ, FOOD_BIO"
  })
  void technical_fields_are_found_by_each_writing(String written, String code) {
    assertThat(Vocabulary.TECHNICAL_FIELDS.code(written)).isEqualTo(code);
  }

  @Test
  void an_unknown_field_is_kept_as_written() {
    assertThat(Vocabulary.TECHNICAL_FIELDS.code(" 宇宙 ")).isEqualTo("宇宙");
    assertThat(Vocabulary.TECHNICAL_FIELDS.name("宇宙", Language.EN)).isEqualTo("宇宙");
    assertThat(Vocabulary.FUNCTIONS.name("MIXING", Language.JA)).isEqualTo("混合");
  }

  @ParameterizedTest
  @EnumSource(Offer.Kind.class)
  void each_kind_of_offer_has_names(Offer.Kind kind) {
    assertThat(LicenceWords.name(kind, Language.JA)).isNotBlank();
    assertThat(LicenceWords.nameWhilePending(kind, Language.EN)).isNotBlank();
    assertThat(LicenceWords.isExclusive(kind) && !LicenceWords.needsCoOwners(kind)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "㈱見本製作所, 株式会社見本製作所",
    "（株）見本製作所, 見本製作所",
    "国立大学法人みほん大学, みほん大学",
    "髙﨑工業, 高崎工業",
    "'Sample Works Co., Ltd.', SAMPLE WORKS"
  })
  void names_are_compared_without_legal_form_and_width(String one, String other) {
    assertThat(OrganisationName.key(one)).isEqualTo(OrganisationName.key(other));
  }

  @Test
  void languages_are_japanese_and_english() {
    assertThat(Language.find("ja-JP")).contains(Language.JA);
    assertThat(Language.find("fr")).isEmpty();
    assertThat(Language.of(Locale.US)).isEqualTo(Language.EN);
    assertThat(Language.of(Locale.FRANCE)).isEqualTo(Language.JA);
  }
}
