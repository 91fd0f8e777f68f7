package dev.musubi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a copy from starting is told in one line that says what to do. */
final class DataFolderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_new_folder_is_readable_by_its_owner_alone(@TempDir Path parent) throws IOException {
    var data = DataFolder.prepare(parent.resolve("data"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
        .isEqualTo("rwx------");
    assertThat(DataFolder.prepare(data.path()).path()).isEqualTo(data.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "1.1", "", "not a number"})
  void a_folder_of_an_earlier_or_later_format_is_left_alone_and_told_in_one_line(String format)
      throws IOException {
    var data = Files.writeString(folder.resolve("format"), format + "\n");
    assertThatThrownBy(() -> DataFolder.prepare(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(Texts.of("failure.format", folder, format, "1"))
        .hasMessageNotContainingAny("\n");
    assertThat(Files.readString(data)).isEqualTo(format + "\n");
    assertThat(folder).isDirectoryNotContaining(it -> !it.equals(data));
  }

  @Test
  void data_of_an_engine_that_has_moved_on_are_told_before_anything_is_started(@TempDir Path old)
      throws IOException {
    Files.writeString(old.resolve("format"), "1\n");
    Files.createDirectories(old.resolve("engines/postgres"));
    Files.writeString(old.resolve("engines/postgres/PG_VERSION"), "16\n");
    assertThatThrownBy(() -> DataFolder.prepare(old))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(Texts.of("failure.engine", old, "PostgreSQL", "16", "18"))
        .hasMessageNotContainingAny("\n");
  }

  @Test
  void a_folder_of_this_format_is_taken_as_it_is(@TempDir Path made) throws IOException {
    Files.writeString(made.resolve("format"), "1\n");
    Files.createDirectory(made.resolve("engines"));
    assertThat(DataFolder.prepare(made).path()).isEqualTo(made);
  }

  @Test
  void a_folder_with_other_things_is_left_alone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> DataFolder.prepare(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(Texts.of("failure.foreign", folder));
    assertThat(folder.resolve("format")).doesNotExist();
  }

  @Test
  void a_file_in_its_place_is_told_as_what_it_is(@TempDir Path parent) throws IOException {
    var file = Files.writeString(parent.resolve("data"), "");
    assertThatThrownBy(() -> DataFolder.prepare(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(Texts.of("reason.no-folder"));
  }

  @Test
  void only_one_copy_runs_on_a_folder(@TempDir Path parent) throws IOException {
    var data = DataFolder.prepare(parent.resolve("data"));
    assertThat(data.isInUse()).isFalse();
    var secrets = data.secrets().demoPassword();
    assertThat(data.secrets().demoPassword()).isEqualTo(secrets);
    assertThat(DataFolder.prepare(parent.resolve("other")).secrets().demoPassword())
        .isNotEqualTo(secrets);
  }

  @Test
  void a_port_in_use_is_named_with_another_to_take() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var first = taken.getLocalPort() - 13;
      assertThatThrownBy(() -> Ports.check(new Addresses(first)))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("--port " + (first + 100));
    }
  }

  @Test
  void ports_beyond_the_last_are_refused() {
    assertThatThrownBy(() -> Ports.check(new Addresses(65_530)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("65500");
    assertThatThrownBy(() -> Ports.check(new Addresses(0))).isInstanceOf(CommandFailure.class);
  }
}
