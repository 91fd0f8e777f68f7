package dev.musubi.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the texts of one language and role have in common, as far as it is in the way. A model may
 * put the texts of one language nearer to every question than those of the other; without that part
 * a document in either language is as near as what it says. It is data of the model ({@code
 * centre.tsv}: language, role, then the numbers to take away), made by {@code tools/e5_centre.py}.
 */
final class Centre {
  /** Kana and kanji among the letters of a text from which it counts as Japanese. */
  private static final double JAPANESE = 0.2;

  private static final Pattern LINE = Pattern.compile("(ja|en)\t(query|passage)\t(.+)");

  private final Map<Role, float[]> japanese = new EnumMap<>(Role.class);
  private final Map<Role, float[]> english = new EnumMap<>(Role.class);

  private Centre() {}

  /** One that takes nothing away, for a model without such data. */
  static Centre none() {
    return new Centre();
  }

  /**
   * Reads the means.
   *
   * @throws ModelFolder.InvalidModel when a line is not what it should be
   */
  static Centre read(Path file, int dimensions) {
    try {
      Centre centre = new Centre();
      for (String line : Files.readAllLines(file)) {
        centre.add(line, dimensions, file);
      }
      return centre;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line, int dimensions, Path file) {
    Matcher parts = LINE.matcher(line);
    String[] numbers = parts.matches() ? parts.group(3).split("\t", -1) : new String[0];
    if (numbers.length != dimensions) {
      throw new ModelFolder.InvalidModel(
          file + " does not hold means of " + dimensions + " numbers: make it with e5_centre.py");
    }
    float[] mean = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      mean[i] = Float.parseFloat(numbers[i]);
    }
    Role role = Role.valueOf(parts.group(2).toUpperCase(java.util.Locale.ROOT));
    (parts.group(1).equals("ja") ? japanese : english).put(role, mean);
  }

  /** The vector without what is common to its language and role, of length one again. */
  float[] apart(Role role, String text, float[] vector) {
    float[] mean = (isJapanese(text) ? japanese : english).get(role);
    if (mean == null) {
      return vector;
    }
    float[] own = new float[vector.length];
    double square = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] = vector[i] - mean[i];
      square += own[i] * own[i];
    }
    float length = (float) Math.sqrt(square);
    if (length == 0) {
      return vector;
    }
    for (int i = 0; i < own.length; i++) {
      own[i] /= length;
    }
    return own;
  }

  /** Vectors of texts in their order. */
  List<float[]> apart(Role role, List<String> texts, List<float[]> vectors) {
    float[][] own = new float[vectors.size()][];
    for (int i = 0; i < own.length; i++) {
      own[i] = apart(role, texts.get(i), vectors.get(i));
    }
    return List.of(own);
  }

  static boolean isJapanese(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long kana =
        text.codePoints()
            .filter(
                c ->
                    switch (Character.UnicodeScript.of(c)) {
                      case HIRAGANA, KATAKANA, HAN -> true;
                      default -> false;
                    })
            .count();
    return kana > JAPANESE * letters;
  }
}
