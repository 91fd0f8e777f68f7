package dev.musubi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.embedding.ModelIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  private static final ModelIdentity MODEL = new ModelIdentity("small", "0123456789abcdef", 2);
  private static final String ONE = "11".repeat(32);
  private static final String TWO = "22".repeat(32);

  private final Path folder;

  VectorFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void what_was_appended_is_read_by_the_next_run() {
    new VectorFile(folder, MODEL).append(Map.of(ONE, new float[] {1, 2}));
    new VectorFile(folder, MODEL).append(Map.of(TWO, new float[] {3, 4}));

    var read = new VectorFile(folder, MODEL).read();

    assertThat(read).containsOnlyKeys(ONE, TWO);
    assertThat(read.get(TWO)).containsExactly(3, 4);
  }

  @Test
  void vectors_of_another_model_are_not_seen() {
    new VectorFile(folder, MODEL).append(Map.of(ONE, new float[] {1, 2}));

    var other = new ModelIdentity("small", "fedcba9876543210", 2);

    assertThat(new VectorFile(folder, other).read()).isEmpty();
  }

  @Test
  void what_a_killed_run_left_half_written_is_cut_off() throws IOException {
    var file = new VectorFile(folder, MODEL);
    file.append(Map.of(ONE, new float[] {1, 2}));
    try (var files = Files.list(folder)) {
      Files.write(
          files.findFirst().orElseThrow(), new byte[17], java.nio.file.StandardOpenOption.APPEND);
    }

    assertThat(file.read()).containsOnlyKeys(ONE);
    file.append(Map.of(TWO, new float[] {3, 4}));

    assertThat(file.read()).containsOnlyKeys(ONE, TWO);
    assertThat(file.read().get(TWO)).containsExactly(3, 4);
  }
}
