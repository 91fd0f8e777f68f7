package dev.musubi.matching.application;

import dev.musubi.matching.scoring.TextLeg;
import java.util.Map;

/** Without the text leg there is no ranking that could be kept; without the others there is. */
final class Legs {
  private Legs() {}

  static void requireText(Map<String, String> reports) {
    var text = reports.getOrDefault(TextLeg.NAME, "absent");
    if (!text.equals("ok")) {
      throw new EnginesAway("the text leg is " + text);
    }
  }
}
