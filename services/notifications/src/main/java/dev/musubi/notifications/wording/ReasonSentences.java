package dev.musubi.notifications.wording;

import dev.musubi.model.Jsic;
import dev.musubi.model.Prefecture;
import dev.musubi.model.Vocabulary;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.MatchState.Reason.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in a sentence why a listing fits a need, or what would have to be agreed. Only words that
 * the matching found in the texts are quoted; nothing is claimed beyond them.
 */
public final class ReasonSentences {
  private static final int MOST_WORDS = 4;

  private final Words words;
  private final Glosses glosses;

  /** Sentences in the language of these words, with glosses of what they quote in the other. */
  public ReasonSentences(Words words, Glosses glosses) {
    this.words = words;
    this.glosses = glosses;
  }

  /** What speaks for the match, weightiest first. */
  public List<String> reasons(List<Reason> reasons, int atMost) {
    return sentences(reasons, atMost, false);
  }

  /** What may differ from what was asked for. */
  public List<String> questions(List<Reason> reasons, int atMost) {
    return sentences(reasons, atMost, true);
  }

  private List<String> sentences(List<Reason> reasons, int atMost, boolean against) {
    return reasons.stream()
        .filter(reason -> (reason.kind() == Kind.AGAINST) == against)
        .sorted((a, b) -> Double.compare(b.weight(), a.weight()))
        .map(reason -> sentence(reason) + gloss(reason))
        .distinct()
        .limit(atMost)
        .toList();
  }

  private String sentence(Reason reason) {
    return switch (reason.kind()) {
      case TERMS -> terms(reason);
      case TRANSLATION ->
          words.say("reason.TRANSLATION", quoted(reason.needWords()), quoted(met(reason)));
      case ELEMENT -> element(reason);
      case PASSAGE -> passage(reason);
      case FIELD -> words.say("reason.FIELD", field(reason.value()));
      case IPC -> words.say("reason.IPC", Objects.requireNonNullElse(reason.value(), ""));
      case CONDITION -> words.say("reason.CONDITION", condition(reason.value()));
      case AGAINST -> words.say("reason.AGAINST", condition(reason.value()));
    };
  }

  /** What the quoted words mean, for who reads none of them; empty when they can be read. */
  private String gloss(Reason reason) {
    List<String> quoted =
        switch (reason.kind()) {
          case TERMS, ELEMENT -> quotes(met(reason)).toList();
          case TRANSLATION, PASSAGE, FIELD, IPC, CONDITION, AGAINST -> List.of();
        };
    List<String> told =
        quoted.stream().flatMap(it -> glosses.of(it, words.language()).stream()).toList();
    return told.isEmpty() || told.size() < quoted.size()
        ? ""
        : words.say("reason.gloss", String.join(words.say("reason.gloss.join"), told));
  }

  private String terms(Reason reason) {
    String asked = quoted(reason.needWords());
    String where = where(reason.where());
    if (sameWords(reason.needWords(), met(reason))) {
      return where == null
          ? words.say("reason.TERMS", asked)
          : words.say("reason.TERMS.where", asked, where);
    }
    String near = quoted(met(reason));
    return where == null
        ? words.say("reason.TERMS.near", asked, near)
        : words.say("reason.TERMS.near.where", asked, near, where);
  }

  /** "Bottle" and "bottle" are one word to a reader. */
  private static boolean sameWords(List<String> asked, List<String> met) {
    return asked.size() == met.size()
        && IntStream.range(0, met.size()).allMatch(i -> asked.get(i).equalsIgnoreCase(met.get(i)));
  }

  private String element(Reason reason) {
    String value = Objects.requireNonNullElse(reason.value(), "");
    String name = words.sayOr(value, "element." + value);
    return met(reason).isEmpty()
        ? words.say("reason.ELEMENT.plain", name)
        : words.say("reason.ELEMENT", name, quoted(met(reason)));
  }

  private String passage(Reason reason) {
    String where = where(reason.where());
    return where == null ? words.say("reason.PASSAGE.plain") : words.say("reason.PASSAGE", where);
  }

  /** Words of the listing; a leg that does not tell them met the very words of the need. */
  private static List<String> met(Reason reason) {
    return reason.listingWords().isEmpty() ? reason.needWords() : reason.listingWords();
  }

  private String quoted(List<String> terms) {
    return quotes(terms)
        .map(term -> words.say("quote", term))
        .collect(Collectors.joining(words.say("quote.join")));
  }

  private static Stream<String> quotes(List<String> terms) {
    return terms.stream().distinct().limit(MOST_WORDS);
  }

  private @Nullable String where(@Nullable String field) {
    String name = field == null ? "" : words.sayOr("", "where." + bare(field));
    return name.isEmpty() ? null : name;
  }

  /**
   * Search indices keep a field a language: "effect.ja", "effect_ja" and "ja.effect" are "effect".
   */
  private static String bare(String field) {
    return field.replaceAll("(?:^(?:ja|en|texts)[._])+|[._](?:ja|en)$", "");
  }

  /** A technical field or an industry. */
  private String field(@Nullable String code) {
    if (code == null) {
      return "";
    }
    return Jsic.tryParse(code)
        .map(industry -> industry.name(words.language()))
        .orElseGet(() -> Vocabulary.TECHNICAL_FIELDS.name(code, words.language()));
  }

  /** The condition, and after a colon what the listing has: {@code licence:ASSIGNMENT}. */
  private String condition(@Nullable String value) {
    String code = Objects.requireNonNullElse(value, "");
    int colon = code.indexOf(':');
    if (colon < 0) {
      return words.sayOr(code, "condition." + code);
    }
    String detail = code.substring(colon + 1);
    return switch (code.substring(0, colon)) {
      case "licence" -> words.sayOr(detail, "condition." + detail);
      case "prefecture" ->
          Prefecture.find(detail).map(it -> it.name(words.language())).orElse(detail);
      case "remainingYears" -> words.say("condition.remainingYears.of", detail);
      case "trl" -> words.say("condition.trl.of", detail);
      default -> detail;
    };
  }
}
