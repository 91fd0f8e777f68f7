package dev.musubi.matching.scoring;

/**
 * Data of the vector leg. Cosines of two models are on two scales; these belong to the shipped one.
 *
 * @param version of this data; part of the algorithm's name
 * @param floor cosine that says nothing: what strangers have in common
 * @param ceiling cosine of a very good document
 * @param candidatesTimes how many times as many neighbours are visited as are wanted
 * @param candidatesLeast how many are visited at least
 * @param foundCosine cosine from which a document counts as found by typed words
 * @param foundMost how many documents can be found so at most
 * @param passageCosine cosine from which a sentence may be shown as the nearest
 */
public record VectorSettings(
    int version,
    String why,
    double floor,
    double ceiling,
    int candidatesTimes,
    int candidatesLeast,
    double foundCosine,
    int foundMost,
    double passageCosine) {

  /** Those that the product ships. */
  public static VectorSettings shipped() {
    return TextSettings.Data.read("vectors.json", VectorSettings.class);
  }

  int candidates(int limit) {
    return Math.min(10_000, Math.max(candidatesLeast, limit * candidatesTimes));
  }
}
