package dev.musubi.e2e.faults.load;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Marks in texts: by them a creation and the number of its last change are found again. */
public final class Marks {
  private Marks() {}

  /** The mark as it stands in a text. */
  public static String text(String mark, int change) {
    return mark + change + "E";
  }

  /** The number of the change that the text has, if it has the mark. */
  public static OptionalInt change(String mark, String text) {
    var found = Pattern.compile("\\b" + mark + "([0-9]+)E").matcher(text);
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }
}
