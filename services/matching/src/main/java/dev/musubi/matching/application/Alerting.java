package dev.musubi.matching.application;

import dev.musubi.matching.domain.AlertBar;
import dev.musubi.matching.domain.AlertPace;
import dev.musubi.matching.domain.Calibration;
import dev.musubi.matching.domain.ScoreSample;
import dev.musubi.matching.persistence.AlertLog;
import dev.musubi.matching.persistence.Calibrations;
import dev.musubi.matching.scoring.Kept;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.model.event.NeedState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Sets the bar over which a need's new pairs are worth an alert. */
@Component
class Alerting {
  /** Fewer would leave the one in two hundred that alerts to chance. */
  private static final int SAMPLED = 1_000;

  private static final Duration KEEP_COUNTS = Duration.ofMinutes(1);
  private static final int USUAL_BUDGET = 5;

  /** Weeks for which the usual rate of arrivals stands in, until a need has seen its own. */
  private static final double BELIEVED_WEEKS = 0.5;

  private final AlertLog log;
  private final Calibrations calibrations;
  private final Ranking ranking;
  private final Clock clock;
  private final Calibration shipped = Calibration.shipped();
  private final AtomicReference<Known> known = new AtomicReference<>();

  Alerting(AlertLog log, Calibrations calibrations, Ranking listingRanking, Clock clock) {
    this.log = log;
    this.calibrations = calibrations;
    this.ranking = listingRanking;
    this.clock = clock;
  }

  /** What is the same for all needs, kept for a minute. */
  private record Known(
      Instant at, Calibration calibration, double usual, Map<Instant, Long> arrivals) {}

  /** What the need gives to the sample of listings. */
  ScoreSample sample(Kept kept) {
    var ids = log.sample(SAMPLED).stream().map(UUID::toString).toList();
    if (ids.isEmpty()) {
      return ScoreSample.EMPTY;
    }
    var scored = ranking.score(List.of(kept), ids).values().getFirst().values();
    return ScoreSample.of(scored.stream().map(Scored::fused).toList());
  }

  /** The bar as it is now. */
  Bar bar(NeedState need, ScoreSample sample) {
    var now = clock.instant();
    var sent = log.sentSince(need.id(), now.minus(AlertPace.WINDOW));
    var pace = pace(budget(need), need.activatedAt(), now);
    var bar = new AlertBar(pace, of(need.id()), sample, sent);
    return judged -> bar.takes(judged.fused(), judged.conditions().acceptable(), now);
  }

  /** The bar of one need at one moment; it rises with what it lets through. */
  interface Bar {
    boolean takes(Judgement.Judged judged);
  }

  static int budget(NeedState need) {
    return need.alerts() == null ? USUAL_BUDGET : need.alerts().budgetPerWeek();
  }

  private Calibration of(UUID need) {
    var own = calibrations.answersOf(need, ranking.algorithm());
    return own.isEmpty() ? calibration() : calibration().forNeed(own);
  }

  /** What all firms' answers have taught so far. */
  Calibration calibration() {
    return known(clock.instant()).calibration();
  }

  /**
   * @param began when the need began to wait
   */
  AlertPace pace(int budget, Instant began, Instant now) {
    var start = began.isAfter(now.minus(AlertPace.WINDOW)) ? began : now.minus(AlertPace.WINDOW);
    var weeks = Math.max(0, Duration.between(start, now).toMillis() / 604_800_000.0);
    var facts = known(now);
    var from = rounded(start, now);
    var seen = facts.arrivals().computeIfAbsent(from, log::arrivalsSince);
    var rate = (seen + BELIEVED_WEEKS * facts.usual()) / (weeks + BELIEVED_WEEKS);
    return new AlertPace(budget, rate, began);
  }

  /** Few different moments for all needs, and never before a mass of listings that lay there. */
  private static Instant rounded(Instant start, Instant now) {
    var unit = start.isAfter(now.minus(Duration.ofDays(2))) ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    return start.truncatedTo(unit).plus(1, unit);
  }

  private Known known(Instant now) {
    var before = known.get();
    if (before != null && before.at().plus(KEEP_COUNTS).isAfter(now)) {
      return before;
    }
    var weeks = log.arrivalsByWeek(now).stream().sorted().toList();
    // The middle of four: one mass import is no sign of what comes every week.
    var usual = (weeks.get(1) + weeks.get(2)) / 2.0;
    var calibration = calibrations.of(ranking.algorithm(), shipped);
    var fresh = new Known(now, calibration, usual, new ConcurrentHashMap<>());
    known.set(fresh);
    return fresh;
  }
}
