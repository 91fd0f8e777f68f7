package dev.musubi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {

  @Test
  void a_wrong_option_is_told_in_one_line() {
    var err = new StringWriter();
    var code = Musubi.commandLine().setErr(new PrintWriter(err)).execute("up", "--port", "abc");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("--port").contains("abc").contains("./musubi help");
  }

  @Test
  void every_command_says_in_one_line_that_there_is_no_copy(@TempDir Path folder) {
    var none = folder.resolve("none").toString();
    for (var command : new String[] {"down", "status", "logs", "reindex", "dead-letters"}) {
      var err = new StringWriter();
      var code =
          Musubi.commandLine().setErr(new PrintWriter(err)).execute(command, "--data-dir", none);
      assertThat(code).as(command).isEqualTo(1);
      assertThat(err.toString().lines()).as(command).hasSize(1);
      assertThat(err.toString()).as(command).contains(none).contains("./musubi up");
    }
  }

  @Test
  void every_process_but_the_database_has_a_bound_of_its_memory() {
    assertThat(Arrays.stream(Service.values()).map(Service::id))
        .allSatisfy(name -> assertThat(MemoryLimits.of(name)).isPresent());
    assertThat(Arrays.asList("kafka", "elasticsearch", "redis", "mail"))
        .allSatisfy(name -> assertThat(MemoryLimits.of(name)).isPresent());
    assertThat(MemoryLimits.of("postgres")).isEmpty();
  }

  @Test
  void parked_keys_are_told_from_dead_letters_by_their_names() {
    assertThat(ParkedKeys.names("outbox:listings/musubi.listing.v1/0198@0199")).isTrue();
    assertThat(ParkedKeys.names("musubi.listing.v1.matching.listing.dlt@4")).isFalse();
  }

  @Test
  void every_command_says_what_it_is_for() {
    assertThat(Musubi.commandLine().getSubcommands())
        .allSatisfy(
            (name, command) ->
                assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty());
  }
}
