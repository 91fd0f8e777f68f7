package dev.musubi.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.jp", "taro.yamada+patents@example.co.jp", "x_y-z@sub.example.org", "1@2.jp"})
  void ordinary_addresses_are_taken(String text) {
    assertThat(MailAddress.parse(text)).map(MailAddress::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b.jp",
        "a@",
        "a@b",
        "a b@c.jp",
        "a@b.jp\r\nBcc: x@y.jp",
        "a@b.jp\nX: y",
        "a@b.jp,c@d.jp",
        "a@b.jp c@d.jp",
        "\"a\r\n\"@b.jp",
        "<a@b.jp>",
        "a@b..jp",
        ".a@b.jp",
        "a.@b.jp",
        "a@-b.jp",
        "あ@b.jp",
        "a@[127.0.0.1]",
        "a\u0000@b.jp"
      })
  void everything_that_could_be_more_than_one_address_is_refused(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
  }

  @Test
  void address_that_is_too_long_is_refused() {
    assertThat(MailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(MailAddress.parse("a@" + "b".repeat(60) + ".jp".repeat(70))).isEmpty();
  }

  @Test
  void blanks_around_are_forgiven_and_capitals_are_the_same_person() {
    MailAddress address = MailAddress.parse("  Taro@Example.JP ").orElseThrow();
    assertThat(address.text()).isEqualTo("Taro@Example.JP");
    assertThat(address.canonical()).isEqualTo("taro@example.jp");
  }

  @Test
  void printing_does_not_reveal_it() {
    MailAddress address = new MailAddress("taro@example.jp");
    assertThat(address).hasToString("t***@example.jp");
    assertThat(address.masked()).doesNotContain("taro");
  }
}
