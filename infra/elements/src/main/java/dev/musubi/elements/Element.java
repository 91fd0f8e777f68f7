package dev.musubi.elements;

import dev.musubi.model.event.NeedState.Elements;
import java.util.List;
import java.util.Locale;

/** What bridges the words of a use and the words of a mechanism. */
public enum Element {
  MATERIAL,
  METHOD,
  EFFICACY,
  PRODUCT,
  APPLICATION;

  /** Its name in contracts and files, for example "efficacy". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phrases of this element. */
  public List<String> in(Elements elements) {
    return switch (this) {
      case MATERIAL -> elements.material();
      case METHOD -> elements.method();
      case EFFICACY -> elements.efficacy();
      case PRODUCT -> elements.product();
      case APPLICATION -> elements.application();
    };
  }
}
