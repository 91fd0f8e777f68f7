package dev.musubi.matching.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Decides which of a need's new pairs are worth an alert of their own. It remembers what it let
 * through: the next must be weighed against that. The rest stays in the list of matches.
 */
public final class AlertBar {
  private final AlertPace pace;
  private final Calibration calibration;
  private final ScoreSample sample;
  private final List<Instant> sent;

  /**
   * @param sent when the need's people were alerted in the last four weeks
   */
  public AlertBar(
      AlertPace pace, Calibration calibration, ScoreSample sample, Collection<Instant> sent) {
    this.pace = pace;
    this.calibration = calibration;
    this.sample = sample;
    this.sent = new ArrayList<>(sent);
  }

  /**
   * @param fused the pair's score on the need's scale
   * @param acceptable whether all is met that the firm called necessary
   */
  public boolean takes(double fused, boolean acceptable, Instant now) {
    var share = sample.share(fused);
    var takes =
        acceptable
            && calibration.worthwhile(fused, share)
            && pace.allows(share, sample.size(), sent, now);
    if (takes) {
      sent.add(now);
    }
    return takes;
  }
}
