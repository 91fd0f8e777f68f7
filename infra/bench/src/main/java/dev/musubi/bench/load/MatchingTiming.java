package dev.musubi.bench.load;

import dev.musubi.bench.quality.ProductLegs;
import dev.musubi.embedding.Embedder;
import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Fusion;
import dev.musubi.matching.scoring.OneRequest;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.search.LogicalIndex;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Times the product's answers against one bare request that asks Elasticsearch the same: the very
 * queries of all legs, read beforehand, twenty hits, no reasons.
 */
final class MatchingTiming implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOWN = 20;
  private static final int LISTED = 100;

  /** First rounds that do not count: both have to be compiled, and the files to be read. */
  private static final int UNMEASURED = 3;

  private final MatchingLoad load;
  private final int questions;
  private final @Nullable KeptQuestions kept;
  private final Ranking listings;
  private final Ranking typed;
  private final Ranking needs;

  /** Read the questions of the bare request; by the product's own it would remember their words. */
  private final Ranking readerForListings;

  private final Ranking readerForNeeds;

  MatchingTiming(MatchingLoad load, ProductLegs legs, int questions) {
    this.load = load;
    this.questions = questions;
    var model = legs.embedder().map(Embedder::model);
    this.kept = model.map(KeptQuestions::new).orElse(null);
    this.listings = ranking(legs, load.indices().listings());
    this.needs = ranking(legs, load.indices().needs());
    this.readerForListings = ranking(legs, load.indices().listings());
    this.readerForNeeds = ranking(legs, load.indices().needs());
    this.typed = new Ranking(legs.over(load.indices().listings()), Fusion.shipped(), PATIENCE);
  }

  private Ranking ranking(ProductLegs legs, LogicalIndex index) {
    return new Ranking(legs.over(index, Optional.ofNullable(kept)), Fusion.shipped(), PATIENCE);
  }

  /** Hundred best, and the reasons of the twenty that are shown, for a need that is known. */
  Rounds needsToListings(int rounds) {
    return measure(
        rounds, load.indices().listings(), readerForListings, this::need, it -> show(listings, it));
  }

  /** The same for words that nobody has asked before: their vector is made on the way. */
  Rounds wordsToListings(int rounds) {
    return measure(
        rounds, load.indices().listings(), readerForListings, this::need, it -> show(typed, it));
  }

  /** The hundred needs that a listing is judged by. */
  Rounds listingsToNeeds(int rounds) {
    return measure(
        rounds,
        load.indices().needs(),
        readerForNeeds,
        this::listing,
        it -> needs.rank(it, LISTED, Filter.NONE));
  }

  private static void show(Ranking ranking, Question question) {
    var ranked = ranking.rank(ranking.ask(question), LISTED, Filter.NONE);
    var shown = ranked.documents().stream().limit(SHOWN).map(Scored::id).toList();
    ranking.evidence(List.of(ranked.kept()), shown);
  }

  private Question need(int number) {
    var question = load.need(number);
    if (kept != null) {
      kept.keep(question, load.vectorOfNeed(number));
    }
    return question;
  }

  private Question listing(int number) {
    var question = load.listing(number);
    if (kept != null) {
      kept.keep(question, load.vectorOfListing(number));
    }
    return question;
  }

  private interface Answer {
    void to(Question question);
  }

  private Rounds measure(
      int rounds,
      LogicalIndex index,
      Ranking reader,
      IntFunction<Question> question,
      Answer answer) {
    var times = new Rounds();
    for (var round = 0; round < UNMEASURED + rounds; round++) {
      var asked = new HashMap<Integer, Asked>();
      for (var i = 0; i < questions; i++) {
        asked.put(i, reader.ask(question.apply(round * questions + i)));
      }
      var into = round < UNMEASURED ? new Rounds() : times;
      into.add(questions, i -> answer.to(at(asked, i).question()), i -> bare(index, at(asked, i)));
    }
    return times;
  }

  private static Asked at(Map<Integer, Asked> asked, int number) {
    return java.util.Objects.requireNonNull(asked.get(number));
  }

  private static void bare(LogicalIndex index, Asked asked) {
    index.search(OneRequest.of(asked, SHOWN));
  }

  @Override
  public void close() {
    listings.close();
    typed.close();
    needs.close();
    readerForListings.close();
    readerForNeeds.close();
  }
}
