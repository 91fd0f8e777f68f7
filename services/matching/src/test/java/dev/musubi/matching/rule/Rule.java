package dev.musubi.matching.rule;

/**
 * What keeps the rule; each can be left out, to see what comes of it.
 *
 * @param visibleFirst a document is visible before its search is queued
 * @param rankedAgain a listing that meets a need which is not ranked yet sees to it that a ranking
 *     begins later
 * @param endsOnlyJudged a ranking ends no pair that it has not judged
 * @param closedAreLeft a pair is written only while its listing is still on offer
 */
record Rule(
    boolean visibleFirst, boolean rankedAgain, boolean endsOnlyJudged, boolean closedAreLeft) {
  static final Rule WHOLE = new Rule(true, true, true, true);
}
