package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.matching.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with a model that is not there, or not the one that its card describes. */
final class ModelStartIT {

  @Test
  void start_without_the_model_says_which_file_is_missing(@TempDir Path folder) {
    assertThatThrownBy(() -> start(folder))
        .rootCause()
        .hasMessageContaining("CARD.md")
        .hasMessageContaining("MUSUBI_MODEL");
  }

  @Test
  void start_with_another_file_than_the_card_describes_is_refused(@TempDir Path folder)
      throws IOException {
    for (var file : new String[] {"CARD.md", "tokenizer.json"}) {
      Files.copy(World.MODEL.resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("model.onnx"), "not a model");
    assertThatThrownBy(() -> start(folder))
        .rootCause()
        .hasMessageContaining("is not the file that its CARD.md describes");
  }

  private static void start(Path folder) {
    try (var world = new World().withoutKafka().withModel()) {
      world.with("MUSUBI_MODEL", folder.toString()).start();
    }
  }
}
