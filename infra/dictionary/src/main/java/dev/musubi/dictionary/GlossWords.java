package dev.musubi.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usual rendering of words in technical texts, where the dictionary's first is another one: 型
 * is a mould and not a model. An empty rendering leaves the word out.
 */
final class GlossWords {
  private final Map<String, String> renderings = new HashMap<>();

  private GlossWords() {}

  /**
   * @param english whether the words are English and found by their stems
   */
  static GlossWords read(String resource, boolean english) {
    var words = new GlossWords();
    try (var in = GlossWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The words " + resource + " are missing from the build");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(";")))
          .filter(entry -> entry.indexOf('=') > 0)
          .forEach(entry -> words.add(entry.strip(), english));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void add(String entry, boolean english) {
    int at = entry.indexOf('=');
    String word = entry.substring(0, at).strip();
    // The first entry of a stem counts: cooling before cool.
    renderings.putIfAbsent(
        english ? EnglishWords.key(word) : word, entry.substring(at + 1).strip());
  }

  /** Null when the word is not among them. */
  @Nullable String find(String key) {
    return renderings.get(key);
  }
}
