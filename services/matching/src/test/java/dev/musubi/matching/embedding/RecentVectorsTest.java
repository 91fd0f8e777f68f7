package dev.musubi.matching.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentVectorsTest {
  private final List<String> made = new ArrayList<>();

  private List<float[]> make(List<String> texts) {
    made.addAll(texts);
    return texts.stream().map(it -> new float[] {it.length()}).toList();
  }

  @Test
  void text_is_embedded_once_however_often_it_is_asked() {
    var recent = new RecentVectors(10);
    assertThat(recent.of(List.of("a", "bb", "a"), this::make))
        .extracting(it -> it[0])
        .containsExactly(1f, 2f, 1f);
    recent.of(List.of("bb", "ccc"), this::make);
    assertThat(made).containsExactly("a", "bb", "ccc");
  }

  @Test
  void oldest_are_forgotten() {
    var recent = new RecentVectors(1);
    recent.of(List.of("a", "b"), this::make);
    recent.of(List.of("a"), this::make);
    assertThat(made).containsExactly("a", "b", "a");
  }
}
