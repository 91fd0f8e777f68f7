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

/** What keeps a copy from starting is told in one line that says what to do. */
final class DataFolderTest {

  @Test
  void a_new_folder_is_readable_by_its_owner_alone(@TempDir Path parent) throws IOException {
    var data = DataFolder.prepare(parent.resolve("data"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
        .isEqualTo("rwx------");
    assertThat(DataFolder.prepare(data.path()).path()).isEqualTo(data.path());
  }

  @Test
  void a_folder_of_another_format_is_left_alone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("format"), "7\n");
    assertThatThrownBy(() -> DataFolder.prepare(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(Texts.of("failure.format", folder, "7", "1"));
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
