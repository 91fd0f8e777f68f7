package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LookAlikesTest {

  @Test
  void old_kanji_and_radicals_are_read_as_the_usual_letters() {
    assertThat(LookAlikes.usual("鐵と體を⻑く⻘く")).isEqualTo("鉄と体を長く青く");
  }

  @Test
  void usual_letters_stay_and_so_do_their_places() {
    var text = "廃プラスチックの選別 by near-infrared 😀";
    assertThat(LookAlikes.usual(text)).isSameAs(text);
    assertThat(LookAlikes.usual("😀 鐵 10〜20")).hasSize("😀 鐵 10〜20".length());
  }
}
