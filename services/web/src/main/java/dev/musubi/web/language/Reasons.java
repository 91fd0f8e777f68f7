package dev.musubi.web.language;

import dev.musubi.model.event.MatchState.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why something fits: the words of the need tied to the words of the patent, to be looked at, and
 * the rest in sentences. What speaks against it is put as a question, because only the reader can
 * answer it. Templates know it as {@code @reasons}.
 */
@Component("reasons")
public final class Reasons {
  private static final int MOST = 6;
  private final Words words;
  private final Glosses glosses;

  Reasons(Words words, Glosses glosses) {
    this.words = words;
    this.glosses = glosses;
  }

  /** Words that met, each pair once with all its places; at most six. */
  public List<Tie> ties(List<Reason> reasons) {
    Map<List<String>, Set<String>> places = new LinkedHashMap<>();
    for (Reason reason : reasons) {
      switch (reason.kind()) {
        case TERMS, PASSAGE, TRANSLATION -> tie(reason, place(reason), places);
        case ELEMENT, FIELD, IPC, CONDITION, AGAINST -> {}
      }
    }
    return telling(places).entrySet().stream()
        .limit(MOST)
        .map(pair -> tie(pair.getKey().get(0), pair.getKey().get(1), join(pair.getValue())))
        .toList();
  }

  /** Where the reader reads neither of the two, what they mean. */
  private Tie tie(String need, String listing, String places) {
    String mine = glosses.of(need);
    String theirs = glosses.of(listing);
    return new Tie(need, listing, places, mine != null && theirs != null ? mine : null);
  }

  /** A word of one letter says little; it is shown only where there is nothing better. */
  private static Map<List<String>, Set<String>> telling(Map<List<String>, Set<String>> places) {
    Map<List<String>, Set<String>> longer = new LinkedHashMap<>(places);
    longer
        .keySet()
        .removeIf(pair -> pair.getFirst().codePointCount(0, pair.getFirst().length()) < 2);
    return longer.isEmpty() ? places : longer;
  }

  /** Ties of words that are not the same on both sides: what a highlighted text does not show. */
  public List<Tie> unlike(List<Reason> reasons) {
    return ties(reasons).stream()
        .filter(tie -> !tie.need().equalsIgnoreCase(tie.listing()))
        .toList();
  }

  /**
   * What is not a matter of single words: elements that met, then the nearest passage, what else
   * fits (at most six sentences), and all that speaks against it.
   */
  public List<Line> lines(List<Reason> reasons) {
    Stream<Line> fits =
        reasons.stream()
            .sorted(Comparator.comparingInt(Reasons::order))
            .flatMap(this::fit)
            .limit(MOST);
    Stream<Line> questions =
        reasons.stream()
            .filter(reason -> reason.kind() == Reason.Kind.AGAINST)
            .map(reason -> new Line("question", condition("reason.against", reason), null));
    return Stream.concat(fits, questions).toList();
  }

  /** What tells a reader most comes first. */
  private static int order(Reason reason) {
    return switch (reason.kind()) {
      case ELEMENT -> 0;
      case PASSAGE -> 1;
      case TERMS, TRANSLATION, FIELD, IPC, CONDITION, AGAINST -> 2;
    };
  }

  private Stream<Line> fit(Reason reason) {
    return switch (reason.kind()) {
      case TERMS, PASSAGE, TRANSLATION -> meaning(reason);
      case ELEMENT -> elements(reason);
      case FIELD -> fit(words.say("reason.field", words.fieldOrIndustry(reason.value())));
      case IPC -> fit(words.say("reason.ipc", classOf(value(reason))));
      case CONDITION -> fit(condition("reason.condition", reason));
      case AGAINST -> Stream.empty();
    };
  }

  private static Stream<Line> fit(String text) {
    return Stream.of(new Line("fit", text, null));
  }

  /** A whole sentence word by word would mislead more than it helps; it stands as it is. */
  private Stream<Line> meaning(Reason reason) {
    return reason.needWords().isEmpty() ? fit(near(reason)) : Stream.empty();
  }

  private String near(Reason reason) {
    if (!reason.listingWords().isEmpty()) {
      return words.say("reason.near.passage", reason.listingWords().getFirst());
    }
    return reason.where() == null
        ? words.say("reason.near")
        : words.say("reason.near.where", place(reason));
  }

  /** What was asked for, and what the patent says of it. */
  private Stream<Line> elements(Reason reason) {
    String element = words.code("element", reason.value());
    List<String> theirs = reason.listingWords();
    return reason.needWords().isEmpty()
        ? fit(words.say("reason.element.bare", element))
        : IntStream.range(0, Math.min(reason.needWords().size(), theirs.size()))
            .mapToObj(i -> element(element, reason.needWords().get(i), theirs.get(i)));
  }

  private Line element(String element, String need, String listing) {
    return need.equalsIgnoreCase(listing)
        ? new Line("fit", words.say("reason.element.same", element, need), glosses.of(need))
        : new Line("fit", words.say("reason.element", element, need, listing), glosses.of(listing));
  }

  private static void tie(Reason reason, String place, Map<List<String>, Set<String>> places) {
    List<String> theirs = reason.listingWords();
    for (int i = 0; i < reason.needWords().size(); i++) {
      String need = reason.needWords().get(i);
      String listing = i < theirs.size() ? theirs.get(i) : need;
      places.computeIfAbsent(List.of(need, listing), pair -> new LinkedHashSet<>()).add(place);
    }
  }

  /** Conditions are codes such as {@code licence:NON_EXCLUSIVE} or {@code remaining_years}. */
  private String condition(String key, Reason reason) {
    String written = value(reason);
    String kind = written.contains(":") ? written.substring(0, written.indexOf(':')) : written;
    String detail = written.contains(":") ? written.substring(written.indexOf(':') + 1) : "";
    String named =
        switch (kind) {
          case "licence", "licenceKinds", "offer" -> words.code("offer", detail);
          case "prefecture", "prefectures" -> words.prefecture(detail);
          case "industry" -> words.industry(detail);
          case "ipc" -> classOf(detail);
          default -> detail;
        };
    String known = words.code(key, kind);
    return known.equals(kind)
        ? words.say(key + ".other", written)
        : words.say(key + "." + kind, named);
  }

  private String classOf(String code) {
    String about = words.ipc(code);
    return about.isEmpty() ? code : words.say("reason.ipc.class", words.ipcCode(code), about);
  }

  private String place(Reason reason) {
    return reason.where() == null ? words.say("where.text") : words.code("where", reason.where());
  }

  private String join(Collection<String> places) {
    return String.join(words.say("reason.join"), places);
  }

  private static String value(Reason reason) {
    return reason.value() == null ? "" : reason.value();
  }

  /**
   * A word of the need and the word of the patent that it met.
   *
   * @param places where in the patent, in the reader's words
   * @param gloss made by a dictionary, for who reads neither word; or null
   */
  public record Tie(String need, String listing, String places, @Nullable String gloss) {}

  /**
   * One sentence.
   *
   * @param kind "fit" or "question": also its class in the style sheet
   * @param gloss of what it cites, made by a dictionary, for who does not read it; or null
   */
  public record Line(String kind, String text, @Nullable String gloss) {}
}
