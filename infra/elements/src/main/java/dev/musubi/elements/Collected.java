package dev.musubi.elements;

import dev.musubi.model.event.NeedState.Elements;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Phrases as they are found, each once, without those that a longer one of the same says too. */
final class Collected {
  /** More are no help to who has to look through them. */
  private static final int MOST = 6;

  private final Map<Element, List<String>> found = new EnumMap<>(Element.class);
  private final int longest;

  /**
   * @param longest letters of a phrase; what is longer is a sentence, not an element
   */
  Collected(int longest) {
    this.longest = longest;
  }

  void add(Element element, String phrase) {
    var text = phrase.strip();
    var its = found.computeIfAbsent(element, _ -> new ArrayList<>());
    if (isShort(text) || text.length() > longest || its.stream().anyMatch(it -> has(it, text))) {
      return;
    }
    its.removeIf(it -> has(text, it));
    its.add(text);
  }

  /** A single kanji is a word: 銅. */
  private static boolean isShort(String text) {
    return text.length() < 2
        && (text.isEmpty() || Character.UnicodeScript.of(text.charAt(0)) != UnicodeScript.HAN);
  }

  /** A property that is named by the way adds nothing to the gain of it: "improve durability". */
  private static boolean has(String longer, String shorter) {
    return longer.toLowerCase(Locale.ROOT).contains(shorter.toLowerCase(Locale.ROOT));
  }

  Elements elements() {
    return new Elements(
        of(Element.MATERIAL),
        of(Element.METHOD),
        of(Element.EFFICACY),
        of(Element.PRODUCT),
        of(Element.APPLICATION));
  }

  private List<String> of(Element element) {
    var its = found.getOrDefault(element, List.of());
    return List.copyOf(its.subList(0, Math.min(MOST, its.size())));
  }
}
