package dev.musubi.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words as they are told, and how much of the text that is. */
final class Telling {
  private static final int MOST_WORDS = 16;
  private static final double ENOUGH = 2.0 / 3;

  /** "Without" stands behind its word in Japanese. */
  private static final String NOT = "なし";

  private final String text;
  private final String within;
  private final String between;
  private final List<Gloss.Word> words = new ArrayList<>();
  private final StringBuilder told = new StringBuilder();
  private int lastEnd = -1;
  private int rendered;
  private int foreign;
  private boolean translated;
  private boolean not;

  Telling(String text, String within, String between) {
    this.text = text;
    this.within = within;
    this.between = between;
  }

  void told(int start, int end, String rendering) {
    foreign += end - start;
    rendered += end - start;
    if (rendering.equals(NOT)) {
      not = true;
    } else if (!rendering.isEmpty()) {
      translated = true;
      add(start, end, not ? rendering + NOT : rendering);
      not = false;
    }
  }

  void same(int start, int end) {
    add(start, end, text.substring(start, end));
  }

  /** A word that is not known stands as it is, or is marked as left out. */
  void untold(int start, int end, boolean shown) {
    foreign += end - start;
    if (shown) {
      add(start, end, text.substring(start, end));
    } else if (!told.isEmpty() && told.charAt(told.length() - 1) != '…') {
      told.append(" …");
    }
  }

  private void add(int start, int end, String rendering) {
    if (words.size() == MOST_WORDS) {
      return;
    }
    if (!words.isEmpty()) {
      boolean spaced =
          Glossary.isLatin(rendering.charAt(0)) && Glossary.isLatin(told.charAt(told.length() - 1));
      told.append(belong(start) ? (spaced ? " " : within) : between);
    }
    told.append(rendering);
    words.add(new Gloss.Word(text.substring(start, end), rendering));
    lastEnd = end;
  }

  /** Words with nothing or one blank or hyphen between them are one name. */
  private boolean belong(int start) {
    String gap = text.substring(Math.min(lastEnd, start), start);
    return gap.isEmpty() || gap.equals(" ") || gap.equals("-");
  }

  Optional<Gloss> gloss() {
    return translated && rendered >= ENOUGH * foreign
        ? Optional.of(new Gloss(told.toString(), words))
        : Optional.empty();
  }
}
