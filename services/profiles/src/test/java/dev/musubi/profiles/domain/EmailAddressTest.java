package dev.musubi.profiles.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @Test
  void address_is_known_in_one_form() {
    assertThat(EmailAddress.parse("  Hanako.Mihon@Example.ORG ").value())
        .isEqualTo("hanako.mihon@example.org");
    assertThat(EmailAddress.parse("a+b@例え.jp").value()).isEqualTo("a+b@xn--r8jz45g.jp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hanako",
        "@example.org",
        "a@b",
        "a@-b.org",
        "a b@example.org",
        "a..b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "<a@example.org>",
        "a@example.org,b@example.org"
      })
  void what_is_no_address_is_refused(String text) {
    assertThatThrownBy(() -> EmailAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
