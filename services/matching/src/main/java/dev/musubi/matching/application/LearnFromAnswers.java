package dev.musubi.matching.application;

import dev.musubi.matching.persistence.Feedbacks;
import dev.musubi.matching.persistence.Feedbacks.Given;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Rocchio;
import dev.musubi.matching.scoring.Rocchio.Answered;
import dev.musubi.matching.scoring.Term;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.model.event.MatchState.Feedback.DeclineReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets a firm's answers move the need's next ranking. Only what was said of the technology does: a
 * firm that declines the terms, or the stage, still looks for the same.
 */
@Component
class LearnFromAnswers {
  private final Feedbacks feedbacks;
  private final Projections projections;
  private final DocumentVectors vectors;
  private final TextLeg words;
  private final Rocchio.Settings settings = Rocchio.Settings.shipped();

  LearnFromAnswers(
      Feedbacks feedbacks, Projections projections, DocumentVectors vectors, TextLeg listingWords) {
    this.feedbacks = feedbacks;
    this.projections = projections;
    this.vectors = vectors;
    this.words = listingWords;
  }

  /**
   * How far an answer pulls (above 0) or pushes (below 0); 0: it says nothing of the technology.
   */
  static double pull(Given given) {
    return switch (given.answer()) {
      case INTERESTED -> 1;
      case LATER -> 0.5;
      case NO -> given.reason() == DeclineReason.NOT_OUR_FIELD ? -1 : 0;
    };
  }

  /** The question as the answers have moved it. */
  Asked apply(UUID need, Asked asked) {
    var pulls = new HashMap<UUID, Double>();
    for (var given : feedbacks.lastOfNeed(need)) {
      if (pull(given) != 0) {
        pulls.put(given.listing(), pull(given));
      }
    }
    if (pulls.isEmpty()) {
      return asked;
    }
    var rows = projections.listings(pulls.keySet());
    var liked = answered(rows, pulls, 1);
    var disliked = answered(rows, pulls, -1);
    return Rocchio.move(asked, liked, disliked, terms(rows, pulls), settings);
  }

  private List<Answered> answered(List<ListingRow> rows, Map<UUID, Double> pulls, int sign) {
    var known = vectors.ofListings(rows);
    var answered = new ArrayList<Answered>();
    for (var row : rows) {
      var pull = sign * pulls.getOrDefault(row.id(), 0.0);
      if (pull > 0) {
        known.vector(row.id()).ifPresent(it -> answered.add(new Answered(it, pull)));
      }
    }
    return answered;
  }

  /** The most telling words of what was liked. */
  private List<Term> terms(List<ListingRow> rows, Map<UUID, Double> pulls) {
    var parts = new ArrayList<Question.Part>();
    for (var row : rows) {
      var state = row.state();
      if (state != null && pulls.getOrDefault(row.id(), 0.0) > 0) {
        parts.addAll(ListingDocument.question(state).parts());
      }
    }
    return parts.isEmpty()
        ? List.of()
        : words.prepare(new Question(Question.Kind.LISTING, parts)).terms();
  }
}
