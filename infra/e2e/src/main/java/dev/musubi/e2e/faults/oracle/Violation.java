package dev.musubi.e2e.faults.oracle;

/**
 * Where what is found is not what must be.
 *
 * @param rule one of {@link Rule}
 * @param what in words, with the ids by which it can be looked for
 */
public record Violation(Rule rule, String what) {
  /** What may be violated. */
  public enum Rule {
    LOST,
    TWICE,
    BACKWARDS,
    GAP,
    MISSED_MATCH,
    WRONG_MATCH,
    NOT_TOLD,
    TOLD_TWICE,
    TOLD_UNASKED,
    COPY_DIFFERS,
    INDEX_DIFFERS,
    NOT_QUIET,
    DEAD_LETTER
  }

  @Override
  public String toString() {
    return rule + ": " + what;
  }
}
