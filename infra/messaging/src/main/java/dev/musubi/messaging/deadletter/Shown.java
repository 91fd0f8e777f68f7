package dev.musubi.messaging.deadletter;

/**
 * What came in from anywhere, as it may go to a terminal: a record must not move the cursor, name
 * the window or turn the direction of writing.
 */
final class Shown {
  private Shown() {}

  /** The text with what steers a terminal written out, as in {@code \u001b}. */
  static String text(String any) {
    StringBuilder shown = new StringBuilder(any.length());
    any.codePoints()
        .forEach(
            c -> {
              if (steers(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
