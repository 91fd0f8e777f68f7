package dev.musubi.matching.scoring;

/**
 * Data of the dictionary leg.
 *
 * @param version of this data; part of the algorithm's name
 * @param maxWords how many words of a question are asked for
 * @param maxUnseenWords how many words beside these whose renderings no document has yet
 * @param maxRenderings how many renderings of a word
 * @param maxCharacters how much of a text is looked up
 * @param rarity exponent of idf in a word's weight, for long questions
 * @param rarityFromWords up to how many words the exponent is 0
 * @param rarityFullAtWords from how many words it is full
 * @param likelihood exponent of how likely a rendering is meant, beside the likeliest of its word
 * @param ambiguity exponent of how sure a word's rendering is at all; 0: words count alike
 * @param partial how many of a rendering's own words must be there (minimum_should_match)
 * @param tieBreaker what further renderings add to the best one
 * @param ceilingShare which share of the best score that can be is a very good document
 */
public record DictionarySettings(
    int version,
    String why,
    int maxWords,
    int maxUnseenWords,
    int maxRenderings,
    int maxCharacters,
    double rarity,
    int rarityFromWords,
    int rarityFullAtWords,
    double likelihood,
    double ambiguity,
    String partial,
    double tieBreaker,
    double ceilingShare) {

  /** Those that the product ships. */
  public static DictionarySettings shipped() {
    return TextSettings.Data.read("dictionary.json", DictionarySettings.class);
  }

  /** The weight of a word that stands so often among so many words. */
  double weight(double frequency, double idf, int words) {
    var span = Math.max(1, rarityFullAtWords - rarityFromWords);
    var share = Math.clamp((words - rarityFromWords) / (double) span, 0.0, 1.0);
    return Math.sqrt(frequency) * Math.pow(idf, rarity * share);
  }

  /** How far a rendering counts beside the likeliest of its word, 0 to 1. */
  double share(double weight, double likeliest) {
    return likeliest > 0 ? Math.pow(weight / likeliest, likelihood) : 1;
  }

  /**
   * How far a word counts whose renderings have these shares: 1 when there is one, less the more
   * there are that may be meant as well.
   */
  double certainty(double[] shares) {
    var sum = 0.0;
    var squares = 0.0;
    for (var share : shares) {
      sum += share;
      squares += share * share;
    }
    return sum > 0 ? Math.pow(squares / (sum * sum), ambiguity) : 0;
  }
}
