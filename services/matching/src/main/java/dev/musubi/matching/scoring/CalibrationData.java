package dev.musubi.matching.scoring;

/**
 * How a score and its rarity become a likelihood, before any firm has answered.
 *
 * @param perDecade for each tenfold rarity
 * @param least likelihood below which nobody is alerted
 */
public record CalibrationData(
    int version, String why, double base, double perDecade, double perScore, double least) {

  /** What the product ships. */
  public static CalibrationData shipped() {
    return TextSettings.Data.read("calibration.json", CalibrationData.class);
  }
}
