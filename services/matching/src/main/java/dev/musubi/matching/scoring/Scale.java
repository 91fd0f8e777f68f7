package dev.musubi.matching.scoring;

/**
 * How one leg's raw scores of one question become comparable: {@code floor} becomes 0, {@code top}
 * becomes 1. It is measured when the question is ranked against all documents and then kept, so
 * that a pair has the same score whichever side arrived last.
 */
public record Scale(double floor, double top) {

  /** Not cut at 1: a document that is better than all before must stand above them. */
  double normalise(double raw) {
    return top > floor ? Math.max(0, (raw - floor) / (top - floor)) : 0;
  }
}
