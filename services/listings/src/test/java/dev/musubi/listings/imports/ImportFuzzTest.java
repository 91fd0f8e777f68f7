package dev.musubi.listings.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.testkit.fuzz.FuzzContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any file in any format, as far as the rows that would be stored. The first byte of an input
 * chooses the format, or that it be recognised; the rest is the file.
 */
final class ImportFuzzTest implements FuzzContract {
  private static final Formats FORMATS = Formats.load();

  public static void fuzzerTestOneInput(byte[] input) {
    new ImportFuzzTest().read(input);
  }

  @Override
  public void read(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] file = Arrays.copyOfRange(input, 1, input.length);
    try (OpenedFile opened =
        OpenedFile.open(FORMATS, () -> new ByteArrayInputStream(file), format(input[0]))) {
      RowReader reader = new RowReader(opened.format());
      while (opened.rows().hasNext()) {
        ReadRow row = reader.read(opened.rows().next());
        holds(row, Binding.of(row));
      }
    } catch (OpenedFile.Unrecognised refused) {
      assertThat(refused.code()).isNotBlank();
      assertThat(refused.headers()).hasSizeLessThanOrEqualTo(30);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row comes through, or it is said what is wrong with it. */
  private static void holds(ReadRow row, Binding bound) {
    boolean said = bound.problem() != null || row.problems().stream().anyMatch(RowProblem::isError);
    assertThat(bound.row().isPresent() || said).as("stored or explained").isTrue();
    row.problems().forEach(it -> assertThat(it.code()).isNotBlank());
  }

  private static @Nullable String format(byte choice) {
    List<Format> all = FORMATS.all();
    int number = Byte.toUnsignedInt(choice) % (all.size() + 1);
    return number == all.size() ? null : all.get(number).id();
  }
}
