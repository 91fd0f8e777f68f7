package dev.musubi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.launcher.Instances.Instance;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InstancesTest {

  @Test
  void there_is_one_of_each_unless_said_otherwise() {
    assertThat(Instances.parse(List.of()).all()).hasSize(Service.values().length);
    assertThat(names("matching=2", "deals=3"))
        .containsExactly(
            "web",
            "listings",
            "profiles",
            "matching",
            "deals",
            "notifications",
            "matching-2",
            "deals-2",
            "deals-3");
    assertThat(names("all=2")).hasSize(12);
  }

  private static List<String> names(String... words) {
    return Instances.parse(List.of(words)).all().stream().map(Instance::name).toList();
  }

  @Test
  void no_two_processes_share_a_port() {
    var addresses = new Addresses(8080, Instances.ofEach(Instances.MOST));
    assertThat(new HashSet<>(addresses.all().values())).hasSize(addresses.all().size());
    assertThat(addresses.all()).containsKeys("matching", "matching-2", "matching-3", "mail pages");
  }

  @Test
  void a_word_that_is_none_is_refused() {
    for (var word : List.of("matching", "matching=0", "matching=4", "nobody=2", "=2")) {
      assertThatThrownBy(() -> Instances.parse(List.of(word)))
          .as(word)
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining(word);
    }
  }
}
