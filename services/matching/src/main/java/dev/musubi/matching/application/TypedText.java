package dev.musubi.matching.application;

/** What somebody typed, freed of what no text needs. */
final class TypedText {
  /** Far more than is read for words; the rest is not even looked at. */
  private static final int MOST = 50_000;

  private TypedText() {}

  /** Without control characters, halves of characters and private ones; spaces at the ends cut. */
  static String clean(String typed) {
    var text = new StringBuilder(Math.min(typed.length(), MOST));
    typed.codePoints().limit(MOST).map(TypedText::plain).forEach(text::appendCodePoint);
    return text.toString().strip();
  }

  private static int plain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default -> codePoint;
    };
  }
}
