package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which documents count as found by typed words; ranking alone has no such border. */
public final class TextFilter {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Terms from which on a text describes something. */
  private static final int DESCRIPTION = 4;

  private TextFilter() {}

  /**
   * Documents that any of the legs has found: by the words as they stand, by the words in
   * translation, or by nearness of meaning.
   *
   * @param strict most of the words must be there; false: any of them
   */
  public static JsonNode found(Asked asked, boolean strict) {
    var query = MAPPER.createObjectNode();
    var bool = query.putObject("bool");
    var should = bool.putArray("should");
    asked.prepared().values().forEach(it -> clause(it, strict).ifPresent(should::add));
    bool.put("minimum_should_match", 1);
    return query;
  }

  private static Optional<JsonNode> clause(Leg.Prepared question, boolean strict) {
    return switch (question) {
      case TextLeg.Words words when !words.terms().isEmpty() ->
          Optional.of(TextQuery.found(words, strict));
      case DictionaryLeg.Words words when words.seen() ->
          Optional.of(DictionaryQuery.found(words, strict));
      case VectorLeg.Meaning meaning when !meaning.isEmpty() ->
          Optional.of(VectorQuery.found(meaning, VectorSettings.shipped()));
      default -> Optional.empty();
    };
  }

  /** Whether somebody has described something, rather than typed a few words to look for. */
  public static boolean isDescription(Asked asked) {
    return asked.prepared().values().stream()
        .anyMatch(it -> it instanceof TextLeg.Words words && words.terms().size() >= DESCRIPTION);
  }

  /** Whether there is any word to look for, as it stands or in translation. */
  public static boolean hasWords(Asked asked) {
    return asked.prepared().values().stream()
        .anyMatch(
            it ->
                switch (it) {
                  case TextLeg.Words words -> !words.terms().isEmpty();
                  case DictionaryLeg.Words words -> !words.translations().isEmpty();
                  default -> false;
                });
  }

  /** A highlighter of the words' places, for whichever fields are wanted. */
  public static JsonNode marks(Asked asked, List<String> fields) {
    var highlight = TextQuery.highlight();
    var wanted = highlight.putObject("fields");
    for (var language : Language.values()) {
      var words = new LinkedHashSet<String>();
      asked.prepared().values().forEach(it -> words.addAll(words(it, language)));
      if (!words.isEmpty()) {
        fields.forEach(it -> TextQuery.mark(wanted, language.code() + "." + it, words));
      }
    }
    return highlight;
  }

  private static Collection<String> words(Leg.Prepared question, Language language) {
    return switch (question) {
      case TextLeg.Words words -> TextQuery.words(words.terms(), language);
      case DictionaryLeg.Words words -> DictionaryQuery.terms(words.translations(), language);
      default -> List.of();
    };
  }
}
