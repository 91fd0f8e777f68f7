package dev.musubi.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Many texts made of few real ones. Text <i>n</i> is real text <i>n modulo their number</i>, in
 * which of three content words one is replaced by a word of the same script that is drawn from all
 * words of all real texts: so words are as frequent as they really are, texts as long, and no two
 * are the same. Content words are Latin words of four letters and more, and runs of kanji or of
 * katakana. The same number always gives the same text.
 */
final class ManyTexts {
  private static final Pattern WORD =
      Pattern.compile("\\p{IsLatin}{4,}|\\p{IsHan}+|[\\p{IsKatakana}ー]{2,}");

  /** The first of these are the real texts themselves. */
  private final List<String> real;

  private final List<List<String>> words = List.of(new ArrayList<>(), new ArrayList<>());

  ManyTexts(List<String> real) {
    this.real = List.copyOf(real);
    for (var text : real) {
      WORD.matcher(text).results().forEach(it -> kin(it.group()).add(it.group()));
    }
  }

  private List<String> kin(String word) {
    var latin = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    return words.get(latin ? 0 : 1);
  }

  String text(int number) {
    var text = real.get(number % real.size());
    if (number < real.size()) {
      return text;
    }
    var random = new Random(number);
    return WORD.matcher(text)
        .replaceAll(
            word -> {
              var kin = kin(word.group());
              return random.nextInt(3) == 0 ? kin.get(random.nextInt(kin.size())) : word.group();
            });
  }

  /** How many real texts there are. */
  int real() {
    return real.size();
  }

  /** Which real text it was made of. */
  int origin(int number) {
    return number % real.size();
  }

  /**
   * The vector of such a text: that of the real one, turned by chance so far that the cosine of the
   * two is .8. To embed a million texts takes half a day, and the engine does not mind.
   */
  static float[] vector(float[] real, int number) {
    var random = new Random(number);
    var noise = new double[real.length];
    var length = 0.0;
    for (var i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
      length += noise[i] * noise[i];
    }
    var scale = 0.75 / Math.sqrt(length);
    var turned = new float[real.length];
    var norm = 0.0;
    for (var i = 0; i < turned.length; i++) {
      turned[i] = (float) (real[i] + noise[i] * scale);
      norm += turned[i] * turned[i];
    }
    for (var i = 0; i < turned.length; i++) {
      turned[i] /= (float) Math.sqrt(norm);
    }
    return turned;
  }
}
