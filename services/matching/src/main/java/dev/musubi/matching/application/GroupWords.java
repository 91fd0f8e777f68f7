package dev.musubi.matching.application;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.dictionary.Translated;
import dev.musubi.matching.scoring.LegAbsent;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Script;
import dev.musubi.matching.scoring.Term;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.model.Language;
import dev.musubi.model.event.ListingState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Names a group of texts by words that tell it from the rest, in both languages: its own, and where
 * it has none in a language, those of the dictionary.
 */
@Component
class GroupWords {
  private static final int WORDS = 3;
  private static final int AT_ONCE = 5;
  private static final int NAMED_BY = 40;
  private static final int LEAST_LETTERS = 2;
  private static final int LEAST_LATIN = 4;

  private final TextLeg words;
  private final Dictionary dictionary;

  GroupWords(TextLeg listingWords, Dictionary dictionary) {
    this.words = listingWords;
    this.dictionary = dictionary;
  }

  private record Text(String lang, String text) {}

  /**
   * @param taken words that name other groups already; those that are chosen are added
   */
  Landscape.Words of(List<ListingState> listings, Set<String> taken) {
    var texts =
        listings.stream()
            .limit(NAMED_BY)
            .flatMap(it -> it.texts().stream())
            .map(it -> new Text(it.lang(), plain(it)))
            .toList();
    var ja = telling(texts, Language.JA, taken);
    var en = telling(texts, Language.EN, taken);
    return new Landscape.Words(
        ja.isEmpty() ? rendered(en, Language.JA) : ja,
        en.isEmpty() ? rendered(ja, Language.EN) : en);
  }

  /** What it is about, in the words of a use. */
  private static String plain(ListingState.Text text) {
    return Stream.of(text.title(), text.summary(), text.problem(), text.products())
        .filter(it -> it != null && !it.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** Words that stand in many of the group's texts and in few others. */
  private List<String> telling(List<Text> texts, Language language, Set<String> taken) {
    var its = texts.stream().filter(it -> it.lang().equals(language.code())).toList();
    var least = its.size() < 4 ? 1 : 2;
    var scores = new HashMap<String, Double>();
    for (var from = 0; from < its.size(); from += AT_ONCE) {
      for (var term : terms(its.subList(from, Math.min(its.size(), from + AT_ONCE)))) {
        var word = term.surface().toLowerCase(Locale.ROOT);
        var inTexts = its.stream().filter(it -> contains(it.text(), word)).count();
        if (term.language() == language && isWord(word, language) && inTexts >= least) {
          scores.put(word, inTexts * term.idf());
        }
      }
    }
    var chosen = new ArrayList<String>();
    scores.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(it -> chosen.stream().noneMatch(has -> has.contains(it) || it.contains(has)))
        .filter(it -> chosen.size() < WORDS && taken.add(language.code() + it))
        .forEach(chosen::add);
    return chosen;
  }

  private static boolean isWord(String word, Language language) {
    var letters = word.codePoints().filter(Character::isLetter).count();
    return letters == word.codePointCount(0, word.length())
        && letters >= (language == Language.EN ? LEAST_LATIN : LEAST_LETTERS)
        && (language == Language.EN || word.codePoints().allMatch(GroupWords::isOfANoun));
  }

  /** Japanese nouns are written in Chinese characters and katakana; hiragana mark the rest. */
  private static boolean isOfANoun(int letter) {
    var script = Character.UnicodeScript.of(letter);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.KATAKANA
        || letter == 'ー';
  }

  private static boolean contains(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  /** None while the index is away. */
  private List<Term> terms(List<Text> texts) {
    var parts = texts.stream().map(it -> Question.part("title", it.text())).toList();
    try {
      return words.prepare(new Question(Question.Kind.LISTING, parts)).terms();
    } catch (LegAbsent away) {
      return List.of();
    }
  }

  private List<String> rendered(List<String> own, Language into) {
    var seen = new HashSet<String>();
    return own.stream()
        .flatMap(it -> rendering(it, into).stream())
        .filter(seen::add)
        .limit(WORDS)
        .toList();
  }

  private Optional<String> rendering(String word, Language into) {
    var known = into == Language.EN ? dictionary.fromJapanese(word) : dictionary.fromEnglish(word);
    Stream<String> texts =
        known.stream().flatMap(it -> it.renderings().stream()).map(Translated.Rendering::text);
    return texts
        .filter(it -> Script.isLatin(it) == (into == Language.EN))
        .filter(it -> it.split(" ", -1).length <= 2)
        .findFirst();
  }
}
