package dev.musubi.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Times of two things measured in turn, so that whatever else the machine does meets both alike.
 * The figure is their ratio; every round gives one, and the middle of them counts.
 */
public final class Rounds {
  private final List<Round> rounds = new ArrayList<>();

  /**
   * Times of one round in milliseconds.
   *
   * @param whole of what is measured
   * @param bare of what it is compared with
   */
  record Round(List<Double> whole, List<Double> bare) {
    Round {
      whole = whole.stream().sorted().toList();
      bare = bare.stream().sorted().toList();
    }

    double ratio(double share) {
      return at(whole, share) / at(bare, share);
    }
  }

  /** The median, the least and the greatest of the rounds. */
  public record Spread(double median, double least, double most) {
    /** Of one number a round, at least one. */
    public static Spread of(List<Double> values) {
      var sorted = values.stream().sorted().toList();
      return new Spread(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }
  }

  /** Something that is done and timed. */
  interface Work {
    void run(int question);
  }

  /** Runs each question by both, the order changing from question to question. */
  void add(int questions, Work whole, Work bare) {
    var ofWhole = new ArrayList<Double>();
    var ofBare = new ArrayList<Double>();
    for (var i = 0; i < questions; i++) {
      if (i % 2 == 0) {
        ofWhole.add(time(whole, i));
        ofBare.add(time(bare, i));
      } else {
        ofBare.add(time(bare, i));
        ofWhole.add(time(whole, i));
      }
    }
    rounds.add(new Round(ofWhole, ofBare));
  }

  private static double time(Work work, int question) {
    var start = System.nanoTime();
    work.run(question);
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * How many times as long the whole takes.
   *
   * @param share .5 for the median of a round's times, .95 for what 95 of 100 stay below
   */
  Spread ratio(double share) {
    return Spread.of(rounds.stream().map(it -> it.ratio(share)).toList());
  }

  Spread whole(double share) {
    return Spread.of(rounds.stream().map(it -> at(it.whole(), share)).toList());
  }

  Spread bare(double share) {
    return Spread.of(rounds.stream().map(it -> at(it.bare(), share)).toList());
  }

  /** The smallest time that this share of the sorted ones does not exceed. */
  public static double at(List<Double> sorted, double share) {
    var place = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
  }
}
