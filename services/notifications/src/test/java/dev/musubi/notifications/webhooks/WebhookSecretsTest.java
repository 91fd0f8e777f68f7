package dev.musubi.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.notifications.domain.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WebhookSecretsTest {
  private final WebhookSecrets secrets =
      new WebhookSecrets(new KeyedHash("a secret of thirty-two bytes or more"));

  @Test
  void signature_is_that_of_the_example_of_standard_webhooks() {
    String signature =
        WebhookSecrets.signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void sealed_secret_signs_like_the_one_that_was_shown() {
    String secret = secrets.fresh();
    byte[] sealed = secrets.seal(secret);
    Instant now = Instant.ofEpochSecond(1);
    assertThat(secrets.sign(sealed, "id", now, "body"))
        .isEqualTo(WebhookSecrets.signature(secret, "id", now, "body"));
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec_");
  }

  @Test
  void secret_that_was_tampered_with_or_has_another_key_does_not_open() {
    byte[] sealed = secrets.seal(secrets.fresh());
    WebhookSecrets other = new WebhookSecrets(new KeyedHash("another secret of thirty-two bytes"));
    assertThatThrownBy(() -> other.sign(sealed, "id", Instant.EPOCH, "body"))
        .hasMessageContaining("MUSUBI_TOKEN_SECRET");
    sealed[20] ^= 1;
    assertThatThrownBy(() -> secrets.sign(sealed, "id", Instant.EPOCH, "body"))
        .isInstanceOf(IllegalStateException.class);
  }
}
