package dev.musubi.notifications.mail;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Folds plain text so that no line is wider than 70 columns (35 full-width characters), by the
 * rules of the language. An address is never broken, because a broken one cannot be followed.
 */
final class PlainText {
  private static final int COLUMNS = 70;

  private PlainText() {}

  static String fold(String text, Locale locale) {
    StringBuilder folded = new StringBuilder(text.length() + 64);
    text.strip().lines().map(String::stripTrailing).forEach(line -> fold(line, locale, folded));
    return folded.toString().replaceAll("\n{3,}", "\n\n");
  }

  private static void fold(String line, Locale locale, StringBuilder out) {
    if (line.contains("://") || width(line) <= COLUMNS) {
      out.append(line).append('\n');
      return;
    }
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(line);
    int column = 0;
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String piece = line.substring(from, to);
      int width = width(piece.stripTrailing());
      if (column > 0 && column + width > COLUMNS) {
        while (out.charAt(out.length() - 1) == ' ') {
          out.setLength(out.length() - 1);
        }
        out.append('\n');
        column = 0;
      }
      out.append(piece);
      column += width(piece);
    }
    out.append('\n');
  }

  private static int width(String text) {
    return text.codePoints().map(PlainText::width).sum();
  }

  private static int width(int codePoint) {
    boolean narrow = codePoint < 0x1100 || (codePoint >= 0xff61 && codePoint <= 0xffdc);
    return narrow ? 1 : 2;
  }
}
