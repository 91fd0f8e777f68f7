package dev.musubi.matching.rule;

import java.util.Set;

/**
 * A task, waiting or under way. What it has read so far may be outdated by now, as it may be in the
 * real one.
 *
 * @param subject number of the listing; the only need has none
 * @param step how many of its steps are done; 0 while it waits
 * @param seen listings that its search saw; for a listing's own task, 1 when it saw the need
 * @param standing listings whose pairs stood when it looked
 * @param version of the need that it read
 * @param ranked whether the need was ranked when it read that
 */
record Job(
    Kind kind,
    int subject,
    int step,
    Set<Integer> seen,
    Set<Integer> standing,
    int version,
    boolean ranked) {

  enum Kind {
    INDEX_NEED,
    INDEX_LISTING,
    MATCH_NEED,
    MATCH_LISTING
  }

  static Job waiting(Kind kind, int subject) {
    return new Job(kind, subject, 0, Set.of(), Set.of(), 0, false);
  }

  boolean waits() {
    return step == 0;
  }

  boolean isLike(Job other) {
    return kind == other.kind && subject == other.subject;
  }
}
