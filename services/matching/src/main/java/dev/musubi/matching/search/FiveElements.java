package dev.musubi.matching.search;

import dev.musubi.elements.DrawElements;
import dev.musubi.elements.Element;
import dev.musubi.model.Language;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Elements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The five elements of listings and needs: those that people named, else those that are drawn. */
public final class FiveElements {
  private static final DrawElements RULES = DrawElements.shipped();
  private static final RecentElements RECENT = new RecentElements(4_000);

  private FiveElements() {}

  /** Of a listing in one language. */
  public static Elements of(ListingState.Text text) {
    var own = text.elements();
    return own == null ? drawn(text) : own;
  }

  private static Elements drawn(ListingState.Text text) {
    var all =
        Arrays.asList(
            text.title(),
            text.summary(),
            text.problem(),
            text.solution(),
            text.effect(),
            text.products(),
            text.overview());
    return RECENT.of(all, () -> RULES.from(text));
  }

  private static Elements drawn(NeedState need) {
    return RECENT.of(
        List.of(need.title(), need.text()), () -> RULES.from(need.title(), need.text()));
  }

  /** Of a need. Who named some has looked at what was offered; the rest is left out on purpose. */
  public static Elements of(NeedState need) {
    var own = need.elements();
    var named = own != null && Stream.of(Element.values()).anyMatch(it -> !it.in(own).isEmpty());
    return named ? own : drawn(need);
  }

  /**
   * What somebody named beside what the texts of the need say anyway. Asking for the words of the
   * text twice finds worse (see RATIONALE.md).
   */
  public static Elements beside(NeedState need) {
    var own = need.elements();
    var drawn = drawn(need);
    return own == null
        ? new Elements(List.of(), List.of(), List.of(), List.of(), List.of())
        : new Elements(
            without(own.material(), drawn.material()),
            without(own.method(), drawn.method()),
            without(own.efficacy(), drawn.efficacy()),
            without(own.product(), drawn.product()),
            without(own.application(), drawn.application()));
  }

  private static List<String> without(List<String> own, List<String> drawn) {
    return own.stream().filter(it -> !drawn.contains(it)).toList();
  }

  /** Of a description that somebody searches by. */
  public static Elements of(String text) {
    return RULES.from(text);
  }

  /** Of a document of the index, a language at a time. */
  public static List<Elements> of(JsonNode source) {
    var found = new ArrayList<Elements>();
    for (var language : Language.values()) {
      var text = source.path(language.code());
      if (!text.isMissingNode()) {
        found.add(
            new Elements(
                lines(text, Element.MATERIAL),
                lines(text, Element.METHOD),
                lines(text, Element.EFFICACY),
                lines(text, Element.PRODUCT),
                lines(text, Element.APPLICATION)));
      }
    }
    return found;
  }

  private static List<String> lines(JsonNode text, Element element) {
    return text.path(element.key()).asString("").lines().toList();
  }
}
