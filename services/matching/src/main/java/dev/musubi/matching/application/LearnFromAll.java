package dev.musubi.matching.application;

import dev.musubi.matching.domain.Calibration;
import dev.musubi.matching.persistence.Calibrations;
import dev.musubi.matching.scoring.Ranking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the answers of all firms in sum say how likely a score is to interest somebody. Every
 * instance may do it: from the same answers each learns the same.
 */
@Component
public class LearnFromAll {
  /** The youngest tell enough, and the work stays the same. */
  private static final int MOST = 5_000;

  private final Calibrations calibrations;
  private final Ranking ranking;

  LearnFromAll(Calibrations calibrations, Ranking listingRanking) {
    this.calibrations = calibrations;
    this.ranking = listingRanking;
  }

  @Transactional
  public Calibration run() {
    var algorithm = ranking.algorithm();
    var answers = calibrations.answers(algorithm, MOST);
    var learned = Calibration.shipped().learned(answers);
    if (!answers.isEmpty()) {
      calibrations.keep(algorithm, learned, answers);
    }
    return learned;
  }
}
