package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"日本で最初の鉄道が開通したのは何年ですか？", "梅雨がないのは北海道とどこか。", "この膜を発明したのは誰", "塩害に強い塗料はどれ？", "首都はどこ"})
  void questions_ask(String text) {
    assertThat(Asking.asks(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "近赤外線による廃プラスチックの選別",
        "米作農業",
        "黒い樹脂を見分けたい",
        "その他の耕種農業",
        "幾何学的な模様の織物",
        "かばん製造業",
        "しっかり固定する金具",
        "掛軸製造業（業務用、広告用などの掛軸を製造するもの）",
        "手のひらほどの大きさ"
      })
  void names_and_descriptions_do_not(String text) {
    assertThat(Asking.asks(text)).isFalse();
  }
}
