package dev.musubi.listings.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a comma-separated list of FI. A symbol may hold a comma itself ({@code H02J3/00,170}), so
 * a part that does not begin like a symbol belongs to the one before.
 */
final class FiSplitter {
  private FiSplitter() {}

  static List<String> split(String list) {
    List<String> symbols = new ArrayList<>();
    for (String part : list.split("[,、]", -1)) {
      String symbol = part.strip();
      if (symbol.matches("^[A-H]\\d.*")) {
        symbols.add(symbol);
      } else if (!symbol.isEmpty() && !symbols.isEmpty()) {
        symbols.set(symbols.size() - 1, symbols.getLast() + "," + symbol);
      } else if (!symbol.isEmpty()) {
        symbols.add(symbol);
      }
    }
    return symbols;
  }
}
