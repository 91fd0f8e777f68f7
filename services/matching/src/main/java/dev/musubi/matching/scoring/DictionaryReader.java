package dev.musubi.matching.scoring;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.dictionary.Translated;
import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks up a question's words and weighs what they may be called in the other language. Whatever
 * asks, a need, a listing or typed words, in whichever language, is read here.
 */
final class DictionaryReader {
  /** A text that is there in the other language as well needs no translation into it. */
  private static final int TIMES_SHORTER = 3;

  /** A term that every document has would otherwise be divided by nothing. */
  private static final double LEAST_IDF = 0.05;

  private final Dictionary dictionary;
  private final TermReader terms;
  private final DictionarySettings settings;

  DictionaryReader(Dictionary dictionary, TermReader terms, DictionarySettings settings) {
    this.dictionary = dictionary;
    this.terms = terms;
    this.settings = settings;
  }

  /** A word of the question that the dictionary knows, and how often it stands there. */
  private record Known(String surface, List<Translated.Rendering> renderings, int frequency) {}

  /** The words of the question, the most telling first. */
  List<Translation> read(Question question) {
    var texts = question.texts();
    var found = new ArrayList<Found>();
    texts.forEach(
        (language, text) -> {
          var other = other(language);
          if (length(language, text) > 0
              && length(other, texts.getOrDefault(other, "")) * TIMES_SHORTER
                  < length(language, text)) {
            found.addAll(find(known(language, cut(text)), other));
          }
        });
    return weigh(select(found));
  }

  private static Language other(Language language) {
    return language == Language.JA ? Language.EN : Language.JA;
  }

  /** In letters of English; Japanese says the same in half as many. */
  private static int length(Language language, String text) {
    return language == Language.JA ? 2 * text.length() : text.length();
  }

  private String cut(String text) {
    return text.substring(0, Math.min(text.length(), settings.maxCharacters()));
  }

  private List<Known> known(Language language, String text) {
    var usual = LookAlikes.usual(text);
    var words =
        language == Language.JA ? dictionary.fromJapanese(usual) : dictionary.fromEnglish(usual);
    var known = new LinkedHashMap<String, Known>();
    for (var word : words) {
      var key = word.surface().toLowerCase(Locale.ROOT);
      known.merge(
          key,
          new Known(asWritten(word, text), word.renderings(), 1),
          (a, _) -> new Known(a.surface(), a.renderings(), a.frequency() + 1));
    }
    return List.copyOf(known.values());
  }

  /** Old letters are shown as they were written, where the places tell it. */
  private static String asWritten(Translated word, String text) {
    if (word.end() <= text.length()) {
      var written = text.substring(word.start(), word.end());
      return LookAlikes.usual(written).equals(word.surface()) ? written : word.surface();
    }
    return word.surface();
  }

  /** A word with its renderings as the index has them. */
  private record Found(
      String surface,
      Language language,
      int frequency,
      double idf,
      double certainty,
      boolean unseen,
      List<Gloss> glosses) {
    double rank() {
      return Math.sqrt(frequency) * idf * certainty;
    }
  }

  /** A rendering and the statistics of its terms. */
  private record Gloss(String text, double share, List<TermReader.Stem> stems) {
    boolean seen() {
      return stems.stream().allMatch(it -> it.documents() > 0);
    }

    /** A phrase is at least as rare as its rarest word. */
    double idf() {
      return stems.stream().mapToDouble(TermReader.Stem::idf).max().orElse(0);
    }
  }

  private List<Found> find(List<Known> known, Language language) {
    var texts =
        known.stream()
            .flatMap(it -> it.renderings().stream().limit(settings.maxRenderings()))
            .map(Translated.Rendering::text)
            .distinct()
            .toList();
    var stems = terms.stems(language, texts);
    var found = new ArrayList<Found>();
    for (var word : known) {
      var glosses = glosses(word, stems);
      if (!glosses.isEmpty()) {
        found.add(found(word, language, glosses));
      }
    }
    return found;
  }

  private List<Gloss> glosses(Known word, Map<String, List<TermReader.Stem>> stems) {
    var renderings = word.renderings().stream().limit(settings.maxRenderings()).toList();
    var likeliest = renderings.getFirst().weight();
    var byTerms = new HashMap<List<String>, Gloss>();
    var glosses = new ArrayList<Gloss>();
    for (var rendering : renderings) {
      var its = stems.getOrDefault(rendering.text(), List.of());
      var gloss = new Gloss(rendering.text(), settings.share(rendering.weight(), likeliest), its);
      var key = its.stream().map(TermReader.Stem::term).toList();
      // "filter" and "filters" are one once stemmed.
      if (!its.isEmpty() && byTerms.putIfAbsent(key, gloss) == null) {
        glosses.add(gloss);
      }
    }
    return glosses;
  }

  private Found found(Known word, Language language, List<Gloss> glosses) {
    var seen = glosses.stream().filter(Gloss::seen).toList();
    var telling = seen.isEmpty() ? glosses : seen;
    var shares = telling.stream().mapToDouble(Gloss::share).sum();
    var idf = telling.stream().mapToDouble(it -> it.share() * it.idf()).sum() / shares;
    var certainty = settings.certainty(glosses.stream().mapToDouble(Gloss::share).toArray());
    return new Found(
        word.surface(), language, word.frequency(), idf, certainty, seen.isEmpty(), glosses);
  }

  private List<Found> select(List<Found> found) {
    var byRank = Comparator.comparingDouble(Found::rank).reversed().thenComparing(Found::surface);
    var selected = new ArrayList<Found>();
    found.stream()
        .filter(it -> !it.unseen())
        .sorted(byRank)
        .limit(settings.maxWords())
        .forEach(selected::add);
    // A word that no document has today may be the very word of tomorrow's.
    found.stream()
        .filter(Found::unseen)
        .sorted(byRank)
        .limit(settings.maxUnseenWords())
        .forEach(selected::add);
    return selected;
  }

  private List<Translation> weigh(List<Found> selected) {
    return selected.stream()
        .map(
            it -> {
              var weight =
                  settings.weight(it.frequency(), it.idf(), selected.size())
                      * it.certainty()
                      * it.idf();
              var renderings =
                  it.glosses().stream().map(gloss -> rendering(gloss, weight)).toList();
              return new Translation(it.surface(), it.language(), weight, it.unseen(), renderings);
            })
        .toList();
  }

  /** BM25 multiplies by each term's own idf; the boosts take that out and put the word's in. */
  private static Translation.Rendering rendering(Gloss gloss, double weight) {
    var sum = gloss.stems().stream().mapToDouble(it -> Math.max(LEAST_IDF, it.idf())).sum();
    var pieces =
        gloss.stems().stream()
            .map(it -> new Translation.Piece(it.term(), weight * gloss.share() / sum))
            .toList();
    return new Translation.Rendering(gloss.text(), gloss.share(), pieces);
  }
}
