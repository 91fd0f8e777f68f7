package dev.musubi.matching.application;

import dev.musubi.matching.domain.Conditions;
import dev.musubi.matching.domain.Match;
import dev.musubi.matching.domain.Reasons;
import dev.musubi.matching.scoring.ElementReasons;
import dev.musubi.matching.scoring.Evidence;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.matching.search.FiveElements;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.NeedState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Weighs a pair: the ranking's score and the conditions. */
@Component
class Judgement {
  /** Patents end at the end of a day in Japan. */
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Clock clock;

  Judgement(Clock clock) {
    this.clock = clock;
  }

  /** A pair with what speaks for and against it, before reasons are looked up. */
  record Judged(NeedState need, ListingState listing, Scored scored, Conditions conditions) {
    /** The rankings that took part. */
    Set<String> legs() {
      return scored.legs().keySet();
    }

    double fused() {
      return scored.fused() * conditions.factor();
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  Judged judge(NeedState need, ListingState listing, Scored scored) {
    return new Judged(need, listing, scored, Conditions.of(need, listing, today()));
  }

  Match.Verdict verdict(
      Judged judged, int rank, String algorithm, List<Evidence> evidence, boolean worthAlert) {
    return new Match.Verdict(
        judged.fused(),
        Math.round(Scored.shown(judged.fused()) * 10_000) / 10_000.0,
        rank,
        algorithm,
        judged.legs().stream().sorted().toList(),
        worthAlert,
        Reasons.of(evidence, besideWords(judged, evidence)));
  }

  /** Elements that met, then the conditions. */
  private static List<Reason> besideWords(Judged judged, List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return judged.conditions().reasons();
    }
    var listing = judged.listing().texts().stream().map(FiveElements::of).toList();
    var reasons =
        new ArrayList<>(ElementReasons.of(FiveElements.of(judged.need()), listing, evidence));
    reasons.addAll(judged.conditions().reasons());
    return reasons;
  }
}
