package dev.musubi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A data folder of an earlier version has the migrations of that version in it. One that was
 * changed since, or taken away, would stop the start of every such copy: change what it made by a
 * further one. New ones are listed in {@code migrations.sha256} when they are handed over.
 */
final class MigrationsTest {

  @Test
  void migrations_that_were_handed_over_are_never_changed() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String line : handedOver()) {
      String[] parts = line.split(" {2}", 2);
      Path file = ProjectFolder.top().resolve(parts[1]);
      if (!Files.exists(file)) {
        wrong.add(parts[1] + " is gone");
      } else if (!sum(file).equals(parts[0])) {
        wrong.add(parts[1] + " was changed");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> handedOver() throws IOException {
    try (InputStream list = MigrationsTest.class.getResourceAsStream("/migrations.sha256")) {
      List<String> lines =
          new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(lines).hasSizeGreaterThan(15);
      return lines;
    }
  }

  private static String sum(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(sum);
  }
}
