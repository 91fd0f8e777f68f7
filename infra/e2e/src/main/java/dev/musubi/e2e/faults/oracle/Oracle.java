package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.inject.Poison;
import dev.musubi.e2e.faults.oracle.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares what was acknowledged with what is found. It judges records alone, so that a test can
 * give it any and see what it notices.
 */
public final class Oracle {
  private final Ledger ledger;
  private final Facts facts;

  public Oracle(Ledger ledger, Facts facts) {
    this.ledger = ledger;
    this.facts = facts;
  }

  /**
   * Everything that is not as it must be.
   *
   * @param hooked organisations that have a webhook
   * @param poison records that must have become dead letters
   */
  public List<Violation> judge(Set<String> hooked, List<Poison.Place> poison) {
    var found = new ArrayList<Violation>();
    found.addAll(new Changes(ledger, facts).judge());
    found.addAll(new Answers(ledger, facts).judge());
    found.addAll(new Topics(facts).judge());
    found.addAll(new Handling(facts).judge());
    found.addAll(new Matching(ledger, facts).judge());
    found.addAll(new Telling(ledger, facts, hooked).judge());
    found.addAll(new Letters(facts, poison).judge());
    for (var document : facts.documents()) {
      if (document.wanted() != document.visible()) {
        found.add(
            new Violation(
                Rule.INDEX_DIFFERS,
                "%s %s should be at %d and is at %d"
                    .formatted(
                        document.index(), document.id(), document.wanted(), document.visible())));
      }
    }
    facts
        .waiting()
        .forEach((what, count) -> found.add(new Violation(Rule.NOT_QUIET, count + " " + what)));
    facts.behind().forEach(it -> found.add(new Violation(Rule.NOT_QUIET, it)));
    return found;
  }
}
