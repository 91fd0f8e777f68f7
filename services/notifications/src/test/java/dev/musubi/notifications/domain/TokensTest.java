package dev.musubi.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
  private static final String SECRET = "a secret of thirty-two bytes or more";
  private static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");

  private final Tokens tokens = new Tokens(new KeyedHash(SECRET));

  @ParameterizedTest
  @EnumSource
  void token_is_read_as_it_was_written(Token.Purpose purpose) {
    Token token = new Token(purpose, ID);
    String text = tokens.write(token);
    assertThat(tokens.read(text)).contains(token);
    assertThat(text).matches("[A-Za-z0-9_-]{44}");
  }

  @Test
  void token_of_another_secret_is_unknown() {
    Tokens others = new Tokens(new KeyedHash(SECRET + "!"));
    String text = others.write(new Token(Token.Purpose.SUBSCRIPTION, ID));
    assertThat(tokens.read(text)).isEmpty();
  }

  @Test
  void token_cannot_be_turned_to_another_purpose_or_person() {
    String text = tokens.write(new Token(Token.Purpose.CONFIRM, ID));
    for (int n = 0; n < text.length(); n++) {
      char other = text.charAt(n) == 'A' ? 'Q' : 'A';
      String changed = text.substring(0, n) + other + text.substring(n + 1);
      assertThat(tokens.read(changed)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "日本語", "../../etc/passwd", "AAAA AAAA", "\u0000"})
  void nonsense_is_unknown_and_no_error(String text) {
    assertThat(tokens.read(text)).isEmpty();
  }

  @Test
  void short_secret_stops_the_start() {
    assertThatThrownBy(() -> new KeyedHash("short")).hasMessageContaining("32 bytes");
  }

  @Test
  void same_text_for_another_use_has_another_hash() {
    KeyedHash hash = new KeyedHash(SECRET);
    assertThat(hash.hex("origin", "127.0.0.1")).isNotEqualTo(hash.hex("agent", "127.0.0.1"));
  }
}
