package dev.musubi.matching.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open patents against needs.
 *
 * @param drawnAt null: not yet
 * @param listings on offer
 * @param needs as far as they may be counted in public
 * @param looked how many listings the groups were drawn from; fewer than all when there are many
 */
public record Landscape(
    @Nullable Instant drawnAt,
    long listings,
    long needs,
    int looked,
    List<Group> groups,
    List<OfClass> classes) {
  static final Landscape NONE = new Landscape(null, 0, 0, 0, List.of(), List.of());

  /** What is found of the one and of the other. */
  public enum Balance {
    /** Listings that nobody needs, as far as is known. */
    UNUSED,
    /** Needs for which there is nothing. */
    WANTED,
    BOTH
  }

  /**
   * What is alike.
   *
   * @param words that tell it from the rest, by language
   * @param ipc its most frequent classes
   * @param x, y places on a map between 0 and 1, on which what is alike lies near
   */
  public record Group(
      int number,
      Words words,
      List<String> ipc,
      long listings,
      long needs,
      Balance balance,
      double x,
      double y) {}

  /** Telling words. */
  public record Words(List<String> ja, List<String> en) {}

  /** A class of the IPC, with the needs whose best patents are in it. */
  public record OfClass(String ipc, long listings, long needs, Balance balance) {}

  static Balance balance(long listings, long needs) {
    if (needs == 0) {
      return Balance.UNUSED;
    }
    return listings == 0 ? Balance.WANTED : Balance.BOTH;
  }
}
