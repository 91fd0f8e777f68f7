package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The terms of words that were analysed lately. How a word is analysed is a part of this program,
 * so nothing that is remembered grows old; the same words meet in one match after the other.
 */
final class AnalysedWords {
  private static final int MOST = 20_000;

  private final Map<Key, List<String>> known = new Remembered<>(MOST);

  private record Key(Language language, String word) {}

  /**
   * @param analyse those that are not remembered; a word without terms is missing in its answer
   * @return by word; those without terms are missing
   */
  Map<String, List<String>> of(
      Language language,
      List<String> words,
      Function<List<String>, Map<String, List<String>>> analyse) {
    var found = new LinkedHashMap<String, List<String>>();
    var missing = new ArrayList<String>();
    synchronized (known) {
      for (var word : words) {
        var terms = known.get(new Key(language, word));
        if (terms == null) {
          missing.add(word);
        } else {
          found.put(word, terms);
        }
      }
    }
    if (!missing.isEmpty()) {
      var analysed = analyse.apply(missing);
      synchronized (known) {
        for (var word : missing) {
          var terms = List.copyOf(analysed.getOrDefault(word, List.of()));
          known.put(new Key(language, word), terms);
          found.put(word, terms);
        }
      }
    }
    found.values().removeIf(List::isEmpty);
    return found;
  }
}
