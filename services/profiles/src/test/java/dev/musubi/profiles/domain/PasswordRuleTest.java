package dev.musubi.profiles.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordRuleTest {
  private final PasswordRule rule = new PasswordRule(Set.of("password1234"));
  private final EmailAddress email = new EmailAddress("hanako@example.org");

  @Test
  void length_decides_not_kinds_of_characters() {
    assertThat(rule.fault("elevenchars", email)).hasValue(PasswordRule.Fault.SHORT);
    assertThat(rule.fault("twelve chars", email)).isEmpty();
    assertThat(rule.fault("吾輩は猫である名前はまだない", email)).isEmpty();
    assertThat(rule.fault("😀".repeat(6) + "abcdef", email)).isEmpty();
    assertThat(rule.fault("abcd".repeat(32), email)).isEmpty();
    assertThat(rule.fault("abcd".repeat(32) + "e", email)).hasValue(PasswordRule.Fault.LONG);
  }

  @Test
  void what_is_guessed_first_is_refused() {
    Optional<PasswordRule.Fault> common = Optional.of(PasswordRule.Fault.COMMON);
    assertThat(rule.fault("Password1234", email)).isEqualTo(common);
    assertThat(rule.fault("ｐａｓｓｗｏｒｄ１２３４", email)).isEqualTo(common);
    assertThat(rule.fault("aaaaaaaaaaaaaaa", email)).isEqualTo(common);
    assertThat(rule.fault("my hanako@example.org", email)).isEqualTo(common);
  }
}
