package dev.musubi.matching.application;

import dev.musubi.matching.domain.AlertBar;
import dev.musubi.matching.domain.AlertPace;
import dev.musubi.matching.domain.Conditions;
import dev.musubi.matching.domain.ScoreSample;
import dev.musubi.matching.persistence.AlertLog;
import dev.musubi.matching.persistence.AlertLog.Came;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says how many alerts a need would have had in the last four weeks, by playing them once more: the
 * listings that came, in their order, over the bar that a budget sets.
 */
@Component
public class PreviewAlerts {
  private static final int WEEKS = 4;
  private static final int LOOKED_AT = 100;

  private final AlertLog log;
  private final Alerting alerting;
  private final Rankings rankings;
  private final Projections projections;
  private final Judgement judgement;
  private final Ranking ranking;
  private final Clock clock;

  PreviewAlerts(
      AlertLog log,
      Alerting alerting,
      Rankings rankings,
      Projections projections,
      Judgement judgement,
      Ranking searchRanking,
      Clock clock) {
    this.log = log;
    this.alerting = alerting;
    this.rankings = rankings;
    this.projections = projections;
    this.judgement = judgement;
    this.ranking = searchRanking;
    this.clock = clock;
  }

  /**
   * @param alerts that there would have been
   * @param weeks the same by week, the earliest first
   * @param arrivals listings that came on offer in the four weeks
   */
  public record Preview(int budgetPerWeek, int alerts, List<Integer> weeks, long arrivals) {}

  /** Of a need that is matched already: by its real matches. */
  public Preview of(NeedState need, int budget) {
    var from = clock.instant().minus(AlertPace.WINDOW);
    var came = log.cameSince(need.id(), from);
    var ranking = rankings.find(List.of(need.id())).get(need.id());
    var sample = ranking == null ? ScoreSample.EMPTY : ranking.sample();
    var states = new HashMap<UUID, ListingState>();
    for (ListingRow row : projections.listings(came.stream().map(Came::listing).toList())) {
      Optional.ofNullable(row.state()).ifPresent(it -> states.put(row.id(), it));
    }
    return play(budget, from, sample, came, it -> acceptable(need, states.get(it.listing())));
  }

  private boolean acceptable(NeedState need, @Nullable ListingState listing) {
    return listing != null && Conditions.of(need, listing, judgement.today()).acceptable();
  }

  /** Of a need that is being written: what its text would have found. */
  public Preview of(String text, int budget) {
    var from = clock.instant().minus(AlertPace.WINDOW);
    var question =
        new Question(Question.Kind.NEED, List.of(Question.part("text", TypedText.clean(text))));
    var ranked = ranking.rank(question, LOOKED_AT, Filter.NONE);
    Legs.requireText(ranked.legs());
    var fused = new HashMap<UUID, Double>();
    for (Scored one : ranked.documents()) {
      fused.put(UUID.fromString(one.id()), one.fused());
    }
    var came =
        log.arrivals(List.copyOf(fused.keySet()), from).stream()
            .map(it -> new Came(it.listing(), fused.getOrDefault(it.listing(), 0.0), it.at()))
            .sorted(Comparator.comparing(Came::at).thenComparing(it -> -it.fused()))
            .toList();
    return play(budget, from, alerting.sample(ranked.kept()), came, _ -> true);
  }

  private Preview play(
      int budget, Instant from, ScoreSample sample, List<Came> came, Predicate<Came> acceptable) {
    var arrivals = log.arrivalsSince(from);
    var pace = new AlertPace(budget, arrivals / (double) WEEKS, from);
    var bar = new AlertBar(pace, alerting.calibration(), sample, List.of());
    var weeks = new ArrayList<>(List.of(0, 0, 0, 0));
    for (var one : came) {
      if (bar.takes(one.fused(), acceptable.test(one), one.at())) {
        var week = (int) Math.min(WEEKS - 1, Duration.between(from, one.at()).toDays() / 7);
        weeks.set(week, weeks.get(week) + 1);
      }
    }
    var alerts = weeks.stream().mapToInt(Integer::intValue).sum();
    return new Preview(budget, alerts, List.copyOf(weeks), arrivals);
  }
}
