package dev.musubi.matching.scoring;

import dev.musubi.elements.DrawElements;
import dev.musubi.elements.Element;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.NeedState.Elements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which element of a need a listing has: words that met, as they stand or in translation, say
 * so when both stand in a phrase of that element. Words that any gain or thing may be called by
 * (reduce, device) are no such words: "cost reduction" is not what "noise reduction" asks for.
 */
public final class ElementReasons {
  private static final double LEAST_SHARE = 0.02;
  private static final int MOST_PHRASES = 2;
  private static final Map<Element, List<Element>> COUNTERPARTS =
      Map.of(
          Element.MATERIAL, List.of(Element.MATERIAL),
          Element.METHOD, List.of(Element.METHOD),
          Element.EFFICACY, List.of(Element.EFFICACY),
          // What is made here is what it is used in there.
          Element.PRODUCT, List.of(Element.PRODUCT, Element.APPLICATION),
          Element.APPLICATION, List.of(Element.APPLICATION, Element.PRODUCT));

  private final List<Elements> listing;
  private final List<Evidence> evidence;

  private ElementReasons(List<Elements> listing, List<Evidence> evidence) {
    this.listing = listing;
    this.evidence = evidence;
  }

  /**
   * @param listing one a language of the listing
   * @param evidence words that met
   */
  public static List<Reason> of(Elements need, List<Elements> listing, List<Evidence> evidence) {
    var telling =
        evidence.stream()
            .filter(it -> !it.leg().equals(VectorLeg.NAME) && it.weight() >= LEAST_SHARE)
            .filter(it -> tells(it.questionWord()) && tells(it.documentWord()))
            .toList();
    var reasons = new ArrayList<Reason>();
    if (!telling.isEmpty()) {
      var found = new ElementReasons(listing, telling);
      for (var element : Element.values()) {
        found.reason(element, element.in(need), reasons);
      }
    }
    return reasons;
  }

  private static boolean tells(String word) {
    return DrawElements.shipped().tells(word);
  }

  /** A phrase of the need and the phrase of the listing that it met, with the words' share. */
  private record Pair(String mine, String theirs, double weight) {}

  private void reason(Element element, List<String> phrases, List<Reason> reasons) {
    var pairs = new ArrayList<Pair>();
    for (var phrase : phrases) {
      var pair = pair(element, phrase);
      if (pair != null && pairs.size() < MOST_PHRASES) {
        pairs.add(pair);
      }
    }
    if (!pairs.isEmpty()) {
      var weight = pairs.stream().mapToDouble(Pair::weight).sum();
      reasons.add(
          new Reason(
              Reason.Kind.ELEMENT,
              null,
              pairs.stream().map(Pair::mine).toList(),
              pairs.stream().map(Pair::theirs).toList(),
              element.key(),
              Math.min(1, Math.round(weight * 1000) / 1000.0)));
    }
  }

  /**
   * The listing's phrase that has most of the weight of the words that met in the need's; of one in
   * two languages that in the need's.
   */
  private @Nullable Pair pair(Element element, String phrase) {
    var shares = new HashMap<String, Double>();
    for (var met : evidence) {
      if (holds(element, phrase, met.questionWord())) {
        theirs(element).stream()
            .filter(it -> holds(element, it, met.documentWord()))
            .forEach(it -> shares.merge(it, met.weight(), Double::sum));
      }
    }
    var latin = Script.isLatin(phrase);
    var best =
        Comparator.comparing((Map.Entry<String, Double> it) -> Script.isLatin(it.getKey()) == latin)
            .thenComparing(Map.Entry.comparingByValue())
            .thenComparing(Map.Entry.comparingByKey());
    return shares.entrySet().stream()
        .max(best)
        .map(it -> new Pair(phrase, it.getKey(), it.getValue()))
        .orElse(null);
  }

  private List<String> theirs(Element element) {
    var phrases = new ArrayList<String>();
    for (var counterpart : COUNTERPARTS.getOrDefault(element, List.of())) {
      listing.forEach(it -> phrases.addAll(counterpart.in(it)));
    }
    return phrases;
  }

  /**
   * Whether a phrase is about the word. A thing is named by its end: injection moulds are moulds
   * and no injections, コネクタ部品 is about コネクタ, because every thing may be called a part.
   */
  private static boolean holds(Element element, String phrase, String word) {
    var plain = phrase.toLowerCase(Locale.ROOT);
    var part = word.toLowerCase(Locale.ROOT);
    var at = plain.lastIndexOf(part);
    if (at < 0 || element == Element.EFFICACY) {
      return at >= 0;
    }
    var rest = plain.substring(at + part.length()).strip();
    return rest.isEmpty() || !tells(rest);
  }
}
