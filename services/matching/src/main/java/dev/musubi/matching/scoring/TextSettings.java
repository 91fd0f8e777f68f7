package dev.musubi.matching.scoring;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data of the text leg.
 *
 * @param version of this data; part of the algorithm's name
 * @param maxTerms how many terms of a question are asked for
 * @param maxUnseenTerms how many terms beside these that no document has yet
 * @param maxCharacters how much of a text is read
 * @param rarity exponent of idf in a term's weight, for long questions
 * @param rarityFromTerms up to how many terms the exponent is 0
 * @param rarityFullAtTerms from how many terms it is full
 * @param ceilingShare which share of the best score that can be is a very good document
 */
public record TextSettings(
    int version,
    String why,
    int maxTerms,
    int maxUnseenTerms,
    int maxCharacters,
    double rarity,
    int rarityFromTerms,
    int rarityFullAtTerms,
    double ceilingShare) {

  /** Those that the product ships. */
  public static TextSettings shipped() {
    return Data.read("text.json", TextSettings.class);
  }

  /** The weight of a term that stands so often among so many terms. */
  double weight(double frequency, double idf, int terms) {
    var span = Math.max(1, rarityFullAtTerms - rarityFromTerms);
    var share = Math.clamp((terms - rarityFromTerms) / (double) span, 0.0, 1.0);
    return Math.sqrt(frequency) * Math.pow(idf, rarity * share);
  }

  /** How fields count, read from {@code fields.json}. */
  public record Fields(int version, String why, Map<String, Integer> weights, List<String> order) {
    public static final Fields SHIPPED = Data.read("fields.json", Fields.class);
  }

  /** JSON resources of this package. */
  static final class Data {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Data() {}

    static <T> T read(String file, Class<T> type) {
      try (var in = TextSettings.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("There is no resource " + file);
        }
        return MAPPER.readValue(in, type);
      } catch (java.io.IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }
  }
}
