package dev.musubi.matching.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EmbeddingSettingsTest {
  private static EmbeddingSettings settings(
      boolean enabled, String model, String url, String name) {
    return new EmbeddingSettings(enabled, model, url, name, "", Duration.ofSeconds(1), 384, 1, 64);
  }

  @Test
  void start_without_a_model_says_what_to_set() {
    assertThatThrownBy(() -> settings(true, "", "", ""))
        .hasMessageContaining("MUSUBI_MODEL")
        .hasMessageContaining("MUSUBI_EMBEDDINGS_URL")
        .hasMessageContaining("MUSUBI_EMBEDDINGS=false");
  }

  @Test
  void endpoint_needs_the_name_of_its_model() {
    assertThatThrownBy(() -> settings(true, "", "http://localhost/v1/embeddings", ""))
        .hasMessageContaining("MUSUBI_EMBEDDINGS_MODEL");
  }

  @Test
  void going_without_vectors_needs_nothing() {
    assertThat(settings(false, "", "", "").embedsDocuments()).isFalse();
  }
}
