package dev.musubi.matching.domain;

import java.util.Collection;
import java.util.UUID;

/**
 * How many needs may be said to be there. Public ones count as they are. The others only in fives,
 * and only where they come from three firms or more: neither a need nor its coming and going can be
 * told from the number.
 */
public final class ShownCount {
  private static final int TOGETHER = 5;
  private static final int FIRMS = 3;

  private ShownCount() {}

  /**
   * @param open needs that their firms show with their name
   * @param firmsOfOthers the firm of each other need
   */
  public static int of(int open, Collection<UUID> firmsOfOthers) {
    var enough = firmsOfOthers.stream().distinct().count() >= FIRMS;
    return open + (enough ? firmsOfOthers.size() / TOGETHER * TOGETHER : 0);
  }
}
