package dev.musubi.matching.scoring;

import dev.musubi.matching.scoring.TermReader.Stem;
import dev.musubi.model.Language;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The stems of renderings that were asked for lately. One question after the other is about the
 * same few thousand words, and to have the index count the documents of some hundred renderings
 * takes longer than to look the question's words up. What is remembered is a count that grows old:
 * the larger an index, the longer it takes to change by a share that anyone could notice. That no
 * document has a word is remembered no longer than the index takes to show a new document.
 */
final class RecentStems {
  private static final int MOST = 50_000;
  private static final Duration A_DOCUMENT = Duration.ofMillis(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final LongSupplier clock;
  private final Map<Key, Counted> known = new Remembered<>(MOST);

  /**
   * @param clock in nanoseconds from any beginning
   */
  RecentStems(LongSupplier clock) {
    this.clock = clock;
  }

  private record Key(Language language, String text) {}

  private record Counted(List<Stem> stems, long until) {}

  /** Those of the texts that are remembered, with their stems. */
  synchronized Map<String, List<Stem>> of(Language language, List<String> texts) {
    var found = new LinkedHashMap<String, List<Stem>>();
    for (var text : texts) {
      var key = new Key(language, text);
      var counted = known.get(key);
      if (counted != null && counted.until() - clock.getAsLong() > 0) {
        found.put(text, counted.stems());
      }
    }
    return found;
  }

  /**
   * Remembers what was counted just now.
   *
   * @param all documents of the index
   */
  synchronized void keep(Language language, Map<String, List<Stem>> counted, long all) {
    var lasts =
        Math.clamp(A_DOCUMENT.multipliedBy(all).toNanos(), SHORTEST.toNanos(), LONGEST.toNanos());
    var until = clock.getAsLong() + lasts;
    var soon = clock.getAsLong() + SHORTEST.toNanos();
    counted.forEach(
        (text, stems) -> {
          var seen = stems.stream().allMatch(it -> it.documents() > 0);
          known.put(new Key(language, text), new Counted(List.copyOf(stems), seen ? until : soon));
        });
  }
}
