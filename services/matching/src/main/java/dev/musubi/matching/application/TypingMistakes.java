package dev.musubi.matching.application;

import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.DictionaryLeg;
import dev.musubi.matching.scoring.Script;
import dev.musubi.matching.scoring.Term;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.matching.search.MatchingIndices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words that no listing has are often typing mistakes. English words and katakana are near their
 * right forms; kanji are not, so those are left alone.
 */
@Component
class TypingMistakes {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** In a longer text a strange word is one of many and does no harm. */
  private static final int MOST_TERMS = 8;

  private static final int LEAST_LETTERS = 4;

  private final MatchingIndices indices;

  TypingMistakes(MatchingIndices indices) {
    this.indices = indices;
  }

  /**
   * @param corrected the text with known words, or null when nothing is to be mended
   * @param suggestions further texts that may have been meant
   */
  record Mended(@Nullable String corrected, List<String> suggestions) {}

  Mended mend(String text, Asked asked) {
    if (!(asked.prepared().get(TextLeg.NAME) instanceof TextLeg.Words words)
        || words.terms().size() > MOST_TERMS) {
      return new Mended(null, List.of());
    }
    var rightly = known(asked);
    var strange = words.terms().stream().filter(it -> maybeMistyped(it, rightly)).toList();
    var known = strange.isEmpty() ? Map.<String, List<String>>of() : lookUp(strange);
    var corrected = text;
    var suggestions = new ArrayList<String>();
    for (var word : known.entrySet()) {
      for (var other : word.getValue().stream().skip(1).toList()) {
        suggestions.add(corrected.replace(word.getKey(), other));
      }
      corrected = corrected.replace(word.getKey(), word.getValue().getFirst());
    }
    return new Mended(corrected.equals(text) ? null : corrected, suggestions);
  }

  /** What the dictionary knows is written rightly, though no listing in its language has it. */
  private static Set<String> known(Asked asked) {
    return asked.prepared().get(DictionaryLeg.NAME) instanceof DictionaryLeg.Words words
        ? words.translations().stream()
            .map(it -> it.surface().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean maybeMistyped(Term term, Set<String> known) {
    return term.documents() == 0
        && !known.contains(term.surface().toLowerCase(Locale.ROOT))
        && term.surface().length() >= LEAST_LETTERS
        && (Script.isLatin(term.surface()) || Script.isKatakana(term.surface()));
  }

  /** Known words near each strange one, the nearest and most frequent first. */
  private Map<String, List<String>> lookUp(List<Term> strange) {
    var body = MAPPER.createObjectNode();
    body.put("size", 0).put("track_total_hits", false);
    var suggest = body.putObject("suggest");
    for (var i = 0; i < strange.size(); i++) {
      var surface = strange.get(i).surface();
      var latin = Script.isLatin(surface);
      var one = suggest.putObject(String.valueOf(i));
      one.put("text", latin ? surface.toLowerCase(Locale.ROOT) : strange.get(i).text());
      one.putObject("term")
          .put("field", latin ? "en.words" : "ja.text")
          .put("suggest_mode", "missing")
          .put("prefix_length", 1)
          .put("max_edits", surface.length() > 5 ? 2 : 1)
          .put("size", 3);
    }
    return read(strange, indices.listings().search(body).path("suggest"));
  }

  private static Map<String, List<String>> read(List<Term> strange, JsonNode suggest) {
    var known = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < strange.size(); i++) {
      var words = new ArrayList<String>();
      for (var option : suggest.path(String.valueOf(i)).path(0).path("options")) {
        words.add(option.path("text").asString());
      }
      if (!words.isEmpty()) {
        known.put(strange.get(i).surface(), words);
      }
    }
    return known;
  }
}
