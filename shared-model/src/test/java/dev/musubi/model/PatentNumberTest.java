package dev.musubi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.model.PatentNumber.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatentNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          特願2020-123456             | APPLICATION | 2020123456
          特願２０２０－１２３４５６   | APPLICATION | 2020123456
          特願2020ー123456            | APPLICATION | 2020123456
          特願2020−123456             | APPLICATION | 2020123456
          特願2020—1                  | APPLICATION | 2020000001
          特願2001-     1             | APPLICATION | 2001000001
          特願2020123456              | APPLICATION | 2020123456
          2020-123456                 | APPLICATION | 2020123456
          2020123456                  | APPLICATION | 2020123456
          特願平10-12345              | APPLICATION | 1998012345
          特願平１０－１２３４５       | APPLICATION | 1998012345
          平成10年特許願第12345号      | APPLICATION | 1998012345
          平成十年特許願第12345号      | APPLICATION | 1998012345
          ㍻10年特許願第12345号        | APPLICATION | 1998012345
          平成元年特許願第12345号      | APPLICATION | 1989012345
          特願平元-12345              | APPLICATION | 1989012345
          令和元年特許願第1号          | APPLICATION | 2019000001
          令和2年特許願第123456号      | APPLICATION | 2020123456
          H10-12345                   | APPLICATION | 1998012345
          特願昭63-123456             | APPLICATION | 1988123456
          昭和６３年特許願第１２３４５６号 | APPLICATION | 1988123456
          特願昭64-12                 | APPLICATION | 1989000012
          特願大15-123                | APPLICATION | 1926000123
          特願明40-12                 | APPLICATION | 1907000012
          特開2011-203969             | PUBLICATION | 2011203969
          特開平06-20458              | PUBLICATION | 1994020458
          特開平6-20458号公報          | PUBLICATION | 1994020458
          特開2020-123456(P2020-123456A) | PUBLICATION | 2020123456
          P2020-123456A               | PUBLICATION | 2020123456
          JP2020149658A               | PUBLICATION | 2020149658
          JP-2020149658-A             | PUBLICATION | 2020149658
          JP2020-149658A              | PUBLICATION | 2020149658
          JP-A-2020-149658            | PUBLICATION | 2020149658
          JP.2022012345.A             | PUBLICATION | 2022012345
          JPH10123456A                | PUBLICATION | 1998123456
          JPH0620458A                 | PUBLICATION | 1994020458
          JPS60123456A                | PUBLICATION | 1985123456
          JPS60-123456A               | PUBLICATION | 1985123456
          特表2011-512345             | TRANSLATION | 2011512345
          JP2011512345A               | TRANSLATION | 2011512345
          特公昭60-12345              | EXAMINED    | 1985012345
          JPH0620458B2                | EXAMINED    | 1994020458
          特許第6543210号              | REGISTRATION | 6543210
          特許６５４３２１０           | REGISTRATION | 6543210
          特許第1234567号              | REGISTRATION | 1234567
          特許第6,543,210号            | REGISTRATION | 6543210
          6543210                     | REGISTRATION | 6543210
          JP6543210B2                 | REGISTRATION | 6543210
          JP-6543210-B2               | REGISTRATION | 6543210
          JP.1202345.B2               | REGISTRATION | 1202345
          実願平5-1234                | UTILITY_APPLICATION | 1993001234
          実開平5-1234                | UTILITY_PUBLICATION | 1993001234
          JPH051234U                  | UTILITY_PUBLICATION | 1993001234
          実公平5-1234                | UTILITY_EXAMINED | 1993001234
          実用新案登録第3123456号      | UTILITY_REGISTRATION | 3123456
          登録実用新案第3123456号      | UTILITY_REGISTRATION | 3123456
          JP3123456U                  | UTILITY_REGISTRATION | 3123456
          意匠登録第1234567号          | DESIGN_REGISTRATION | 1234567
          意願2020-1234               | DESIGN_APPLICATION | 2020001234
          再表2019/123456             | REPUBLICATION | 2019123456
          再公表特許2019-123456        | REPUBLICATION | 2019123456
          JPWO2019123456A1            | REPUBLICATION | 2019123456
          JP.WO2019123456.A5          | REPUBLICATION | 2019123456
          """)
  void japanese_numbers_have_one_form(String raw, Type type, String number) {
    PatentNumber read = PatentNumber.parse(raw);
    assertThat(read.number()).isEqualTo(number);
    assertThat(read.type()).isEqualTo(type);
    assertThat(read.office()).isEqualTo("JP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PCT/JP2020/012345   | INTERNATIONAL_APPLICATION | WO | JP2020012345
          ＰＣＴ／ＪＰ２０２０／０１２３４５ | INTERNATIONAL_APPLICATION | WO | JP2020012345
          PCT/JP02/12345      | INTERNATIONAL_APPLICATION | WO | JP2002012345
          PCT/US98/12345      | INTERNATIONAL_APPLICATION | WO | US1998012345
          WO2020/123456       | INTERNATIONAL_PUBLICATION | WO | 2020123456
          WO 2020/123456 A1   | INTERNATIONAL_PUBLICATION | WO | 2020123456
          WO2020123456A1      | INTERNATIONAL_PUBLICATION | WO | 2020123456
          WO98/12345          | INTERNATIONAL_PUBLICATION | WO | 1998012345
          国際公開第2020/123456号 | INTERNATIONAL_PUBLICATION | WO | 2020123456
          US-7650331-B1       | REGISTRATION | US | 7650331
          US07650331B1        | REGISTRATION | US | 7650331
          US 6,858,197        | REGISTRATION | US | 6858197
          US6858197A          | REGISTRATION | US | 6858197
          US2010123456A1      | PUBLICATION  | US | 20100123456
          US20100123456A1     | PUBLICATION  | US | 20100123456
          US 12/345,678       | APPLICATION  | US | 12345678
          EP1234567B1         | REGISTRATION | EP | 1234567
          EP.1234567.A1       | PUBLICATION  | EP | 1234567
          CN101234567A        | PUBLICATION  | CN | 101234567
          CN201234567U        | UTILITY_REGISTRATION | CN | 201234567
          KR10-2012-0012345A  | PUBLICATION  | KR | 1020120012345
          USRE43123E          | REGISTRATION | US | RE43123
          """)
  void numbers_of_other_offices_have_one_form(String raw, Type type, String office, String number) {
    assertThat(PatentNumber.parse(raw))
        .extracting(PatentNumber::type, PatentNumber::office, PatentNumber::number)
        .containsExactly(type, office, number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "特願",
        "特願2020",
        "特願12-34567",
        "特願2020-0",
        "特願2020-1234567",
        "特願1884-1",
        "特願平32-12345",
        "特願昭65-1",
        "特願平0-1",
        "平成百年特許願第1号",
        "特許2020-123456",
        "特許第0号",
        "特許第12345678号",
        "JP0000000B2",
        "JP1234567A",
        "12345",
        "123456789",
        "20201234567",
        "abc",
        "'; drop table listing; --",
        "特願2020-12a456",
        "PCT/JP1950/012345",
        "特願2020-123456特願2020-123457"
      })
  void nonsense_is_refused(String raw) {
    assertThatThrownBy(() -> PatentNumber.parse(raw)).isInstanceOf(InvalidValue.class);
    assertThat(PatentNumber.tryParse(raw, "JP", null)).isEmpty();
  }

  @Test
  void a_year_in_the_future_is_refused() {
    int year = LocalDate.now(ZoneOffset.UTC).getYear() + 2;
    assertThatThrownBy(() -> PatentNumber.parse("特願" + year + "-1"))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_hostile_length_is_refused_without_delay() {
    assertThatThrownBy(() -> PatentNumber.parse("1".repeat(1_000_000)))
        .isInstanceOf(InvalidValue.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2020-123456,       PUBLICATION,          PUBLICATION
          2020123456,        PUBLICATION,          PUBLICATION
          JP.2022012345.A,   APPLICATION,          APPLICATION
          特開2020-123456,    APPLICATION,          PUBLICATION
          2011512345,        PUBLICATION,          TRANSLATION
          2011512345,        APPLICATION,          APPLICATION
          123456,            REGISTRATION,         REGISTRATION
          3123456,           UTILITY_REGISTRATION, UTILITY_REGISTRATION
          """)
  void what_a_number_does_not_say_of_itself_the_caller_says(
      String raw, Type expected, Type actual) {
    assertThat(PatentNumber.parse(raw, "JP", expected).type()).isEqualTo(actual);
  }

  @Test
  void a_number_with_a_year_is_no_registration() {
    assertThatThrownBy(() -> PatentNumber.parse("2020123456", "JP", Type.REGISTRATION))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void digits_of_another_office_are_read_for_that_office() {
    PatentNumber read = PatentNumber.parse("6858197", "US", Type.REGISTRATION);
    assertThat(read.key()).isEqualTo("US/REGISTRATION/6858197");
  }

  @ParameterizedTest
  @CsvSource({
    "2020123456, APPLICATION, JP",
    "6543210, REGISTRATION, JP",
    "JP2020012345, INTERNATIONAL_APPLICATION, WO",
    "2020123456, INTERNATIONAL_PUBLICATION, WO",
    "2011512345, TRANSLATION, JP",
    "7650331, REGISTRATION, US"
  })
  void a_canonical_number_reads_back_as_itself(String number, Type type, String office) {
    PatentNumber read = PatentNumber.parse(number, office, type);
    assertThat(read).isEqualTo(new PatentNumber(type, office, number, null));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-123456, 特願2020-123456",
    "特開平06-020458, 特開平6-20458",
    "平成元年特許願第1号, 特願平1-1",
    "JP6543210B2, 特許第6543210号",
    "PCT/JP02/12345, PCT/JP2002/012345",
    "WO2020123456A1, 国際公開第2020/123456号",
    "JP3123456U, 実用新案登録第3123456号",
    "JPWO2019123456A1, 再表2019/123456",
    "US-7650331-B1, US 7650331 B1"
  })
  void numbers_are_shown_as_offices_print_them(String raw, String shown) {
    assertThat(PatentNumber.parse(raw).display()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "特許第6543210号, https://www.j-platpat.inpit.go.jp/c1801/PU/JP-6543210/15/ja",
    "特開2020-123456, https://www.j-platpat.inpit.go.jp/c1801/PU/JP-2020-123456/11/ja",
    "特開昭51-43920, https://www.j-platpat.inpit.go.jp/c1801/PU/JP-S51-043920/11/ja"
  })
  void publications_link_to_j_platpat(String raw, String link) {
    assertThat(PatentNumber.parse(raw).jPlatPatLink()).contains(link);
  }

  @Test
  void numbers_without_a_known_page_have_no_link() {
    assertThat(PatentNumber.parse("特願2020-123456").jPlatPatLink()).isEmpty();
    assertThat(PatentNumber.parse("US7650331B1").jPlatPatLink()).isEmpty();
  }

  @Test
  void application_and_publication_of_the_same_digits_are_different_documents() {
    assertThat(PatentNumber.parse("特願2020-123456").key())
        .isNotEqualTo(PatentNumber.parse("特開2020-123456").key());
  }

  @Test
  void the_kind_code_is_no_part_of_the_identity() {
    assertThat(PatentNumber.parse("JP2020123456A").key())
        .isEqualTo(PatentNumber.parse("特開2020-123456").key());
  }
}
