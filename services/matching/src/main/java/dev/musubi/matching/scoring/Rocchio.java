package dev.musubi.matching.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Moves a question towards what was liked and away from what is of another field, in its vector and
 * in its words. Words are only added: one that stands in a listing that was declined may well be
 * the right one.
 */
public final class Rocchio {
  private Rocchio() {}

  /**
   * How far answers move a question.
   *
   * @param version of this data
   * @param liked share of the mean of liked documents
   * @param disliked share of the mean of those that are of another field, subtracted
   * @param words weight of the words of liked documents beside the question's own
   * @param maxWords how many words are added
   */
  public record Settings(
      int version, String why, double liked, double disliked, double words, int maxWords) {
    /** Those that the product ships. */
    public static Settings shipped() {
      return TextSettings.Data.read("learning.json", Settings.class);
    }
  }

  /**
   * A document that was answered.
   *
   * @param weight 1 for a plain yes or "not our field", less for a weaker answer
   */
  public record Answered(float[] vector, double weight) {}

  /** The question as it is after the answers, as far as the legs had read it. */
  public static Asked move(
      Asked asked,
      List<Answered> liked,
      List<Answered> disliked,
      List<Term> likedTerms,
      Settings settings) {
    var prepared = new LinkedHashMap<String, Leg.Prepared>();
    asked
        .prepared()
        .forEach(
            (leg, question) ->
                prepared.put(
                    leg,
                    switch (question) {
                      case VectorLeg.Meaning meaning -> move(meaning, liked, disliked, settings);
                      case TextLeg.Words words -> add(words, likedTerms, settings);
                      default -> question;
                    }));
    return new Asked(asked.question(), prepared, asked.reports());
  }

  static VectorLeg.Meaning move(
      VectorLeg.Meaning meaning, List<Answered> liked, List<Answered> disliked, Settings settings) {
    if (meaning.isEmpty() || (liked.isEmpty() && disliked.isEmpty())) {
      return meaning;
    }
    var sum = new double[meaning.vector().length];
    add(sum, meaning.vector(), 1);
    addMean(sum, liked, settings.liked());
    addMean(sum, disliked, -settings.disliked());
    return new VectorLeg.Meaning(meaning.model(), unit(sum), meaning.floor(), meaning.ceiling());
  }

  private static void addMean(double[] sum, List<Answered> documents, double share) {
    for (var document : documents) {
      add(sum, document.vector(), share * document.weight() / documents.size());
    }
  }

  private static void add(double[] sum, float[] vector, double share) {
    for (var i = 0; i < Math.min(sum.length, vector.length); i++) {
      sum[i] += share * vector[i];
    }
  }

  private static float[] unit(double[] sum) {
    var squares = 0.0;
    for (var number : sum) {
      squares += number * number;
    }
    var length = Math.sqrt(squares);
    var vector = new float[sum.length];
    for (var i = 0; i < sum.length; i++) {
      vector[i] = (float) (length > 0 ? sum[i] / length : 0);
    }
    return vector;
  }

  /** The ceiling stays: a document need not have the new words to be a very good one. */
  static TextLeg.Words add(TextLeg.Words words, List<Term> liked, Settings settings) {
    var known = new HashSet<String>();
    words.terms().forEach(it -> known.add(it.language() + it.text()));
    var terms = new ArrayList<>(words.terms());
    liked.stream()
        .filter(it -> it.documents() > 0 && known.add(it.language() + it.text()))
        .limit(settings.maxWords())
        .map(
            it ->
                new Term(
                    it.text(),
                    it.language(),
                    it.surface(),
                    it.weight() * settings.words(),
                    it.idf(),
                    it.documents()))
        .forEach(terms::add);
    return new TextLeg.Words(terms, words.typed(), words.ceiling());
  }
}
