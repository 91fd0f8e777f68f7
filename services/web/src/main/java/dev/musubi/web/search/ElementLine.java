package dev.musubi.web.search;

import dev.musubi.elements.DrawElements;
import dev.musubi.elements.Element;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the five elements of a listing, as its owner named it or as it is drawn from the text.
 *
 * @param code of the element, for its name
 */
public record ElementLine(String code, List<String> phrases) {

  /** Those that are known. */
  static List<ElementLine> of(ListingState.Text text) {
    NeedState.Elements own = text.elements();
    NeedState.Elements elements = own == null ? DrawElements.shipped().from(text) : own;
    return Stream.of(Element.values())
        .map(it -> new ElementLine(it.key(), it.in(elements)))
        .filter(it -> !it.phrases().isEmpty())
        .toList();
  }
}
