package dev.musubi.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clues are drawn from texts of ten thousand characters on which expressions like to despair. */
final class EndlessTextTest {
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int LENGTH = 10_000;

  @Test
  void no_text_takes_long() {
    DrawElements draw = DrawElements.shipped();
    draw.from("The device reduces the noise of a pump.", "ポンプの騒音を減らす装置。");
    List<String> late = new ArrayList<>();
    for (String part :
        List.of(
            "\u0301",
            "a\u0301",
            "a",
            "a ",
            "1",
            " ",
            "\u3000",
            "ア",
            "あ",
            "漢",
            "、",
            "。",
            "ー",
            "を",
            "するための",
            "of the ",
            "made of ",
            "using a ",
            "(",
            "「",
            "-",
            "😀",
            "﷽")) {
      String text = part.repeat(LENGTH / part.length());
      long begun = System.nanoTime();
      assertThat(draw.from(text, text)).isNotNull();
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      if (taken.compareTo(LONGEST) > 0) {
        late.add(part + " took " + taken);
      }
    }
    assertThat(late).isEmpty();
  }
}
