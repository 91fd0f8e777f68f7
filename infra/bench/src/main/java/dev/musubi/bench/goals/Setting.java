package dev.musubi.bench.goals;

import dev.musubi.bench.Texts;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * How to measure.
 *
 * @param rounds of product and counterpart in turn
 * @param size by what the usual amount of work of a round is multiplied: 1 for figures, less for
 *     tests
 * @param told where long work is told of
 * @param copy of the whole product, for the rows that need one
 */
record Setting(int rounds, double size, PrintWriter told, SharedCopy copy) {
  int sized(int usual) {
    return Math.max(1, (int) Math.round(usual * size));
  }

  void tell(String key, @Nullable Object... arguments) {
    told.println(Texts.of(key, arguments));
    told.flush();
  }
}
