package dev.musubi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.event.NeedState.Elements;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecentElementsTest {
  private final AtomicInteger drawn = new AtomicInteger();
  private final RecentElements elements = new RecentElements(2);

  @Test
  void the_same_texts_are_drawn_from_once() {
    assertThat(draw("ポンプ", "音が大きい。")).isEqualTo(draw("ポンプ", "音が大きい。"));
    assertThat(drawn).hasValue(1);
  }

  @Test
  void texts_that_differ_in_where_they_stand_are_others() {
    draw("ab", "c");
    draw("a", "bc");
    draw("ab", "c", null);
    draw("ab", "c", "");
    draw("c", "ab");
    assertThat(drawn).hasValue(5);
  }

  @Test
  void what_was_not_asked_for_the_longest_is_forgotten_first() {
    draw("one");
    draw("two");
    draw("one");
    draw("three");
    draw("one");
    assertThat(drawn).hasValue(3);
    draw("two");
    assertThat(drawn).hasValue(4);
  }

  private Elements draw(@Nullable String... texts) {
    return elements.of(
        Arrays.asList(texts),
        () -> {
          var name = List.of("drawn " + drawn.incrementAndGet());
          return new Elements(name, name, name, name, name);
        });
  }
}
