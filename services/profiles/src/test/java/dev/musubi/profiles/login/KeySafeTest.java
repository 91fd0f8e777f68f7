package dev.musubi.profiles.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeySafeTest {
  private final KeySafe safe = new KeySafe("0123456789abcdef");

  @Test
  void key_comes_out_as_it_went_in_and_never_looks_the_same_inside() {
    byte[] locked = safe.lock("a key");
    assertThat(safe.unlock(locked)).isEqualTo("a key");
    assertThat(safe.lock("a key")).isNotEqualTo(locked);
    assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("a key");
  }

  @Test
  void another_secret_or_a_changed_byte_is_told() {
    byte[] locked = safe.lock("a key");
    assertThatThrownBy(() -> new KeySafe("another secret 123").unlock(locked))
        .hasMessageContaining("MUSUBI_KEY_SECRET");
    locked[locked.length - 1] ^= 1;
    assertThatThrownBy(() -> safe.unlock(locked)).isInstanceOf(IllegalStateException.class);
  }
}
