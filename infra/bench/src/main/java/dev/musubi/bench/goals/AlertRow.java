package dev.musubi.bench.goals;

import dev.musubi.bench.load.Invented;
import dev.musubi.bench.load.Rounds;
import dev.musubi.bench.quality.ProductLegs;
import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.Role;
import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.Fusion;
import dev.musubi.matching.scoring.OneRequest;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.VectorText;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * From the request that publishes a listing until the firm's open stream tells of it, on a whole
 * copy; beside the sum of what cannot be done without: one record through Kafka, the listing's
 * vector made, one bare request that asks the needs the same.
 */
final class AlertRow implements Row {
  private static final int LISTINGS = 20;
  private static final int UNMEASURED = 10;
  private static final int SHOWN = 20;
  private static final double MOST = 0.95;
  private static final int MOST_MILLISECONDS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String id() {
    return "alert";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var product = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    var copy = setting.copy().calm(setting);
    try (var engine = copy.elasticsearch();
        var kafka = new RecordsThrough(copy.kafka());
        var counterpart = new Counterpart(engine, kafka, setting)) {
      // What is hot is compiled first, on both sides.
      new Round(copy, counterpart, setting.sized(UNMEASURED)).run();
      for (var number = 0; number < setting.rounds(); number++) {
        setting.tell("goals.round", id(), number + 1, setting.rounds());
        var round = new Round(copy, counterpart, setting.sized(LISTINGS));
        round.run();
        product.add(slowest(round.product));
        bare.add(slowest(round.bare));
      }
    }
    return List.of(
        new Figure("alert.ratio", "milliseconds", product, bare, Goal.atMost(3)),
        new Figure(
            "alert.time", "milliseconds", product, List.of(), Goal.atMost(MOST_MILLISECONDS)));
  }

  private static double slowest(List<Double> times) {
    return Rounds.at(times.stream().sorted().toList(), MOST);
  }

  /** A need of its own, and listings that answer it, one after the other. */
  private static final class Round {
    private final MeasuredCopy copy;
    private final Counterpart counterpart;
    private final int listings;
    private final String word = madeUp();
    private final List<Double> product = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();

    Round(MeasuredCopy copy, Counterpart counterpart, int listings) {
      this.copy = copy;
      this.counterpart = counterpart;
      this.listings = listings;
    }

    void run() throws Exception {
      var office = copy.person("hokutosawa");
      var firm = copy.person("hotaruji");
      var need = firm.create("/api/v1/needs", SubjectTexts.need(word));
      firm.move("/api/v1/needs/" + need.id() + "/activate", need.etag());
      try (var alerts = HeardAlerts.of(firm)) {
        // The need's first list is told, too, and is not what is measured.
        copy.awaitCalm();
        for (var i = 0; i < listings; i++) {
          var draft = office.create("/api/v1/listings", SubjectTexts.listing(word));
          copy.awaitCalm();
          var begun = Instant.now();
          office.move("/api/v1/listings/" + draft.id() + "/publish", draft.etag());
          var told = alerts.of(draft.id());
          product.add(Duration.between(begun, told).toNanos() / 1e6);
          copy.awaitCalm();
          bare.add(counterpart.time(SubjectTexts.plain(word)));
        }
      }
      var version = firm.get("/api/v1/needs/" + need.id()).etag();
      firm.move("/api/v1/needs/" + need.id() + "/close", version);
      copy.awaitCalm();
    }

    private static String madeUp() {
      var word = new StringBuilder("ヴェ");
      for (var i = 0; i < 6; i++) {
        word.append((char) ThreadLocalRandom.current().nextInt('カ', 'ヨ'));
      }
      return word.toString();
    }
  }

  /** The three things that cannot be done without, one after the other. */
  private static final class Counterpart implements AutoCloseable {
    private final RecordsThrough kafka;
    private final Embedder embedder;
    private final LogicalIndex needs;
    private final Ranking reader;
    private int number;

    Counterpart(SearchEngine engine, RecordsThrough kafka, Setting setting) {
      this.kafka = kafka;
      var legs = ProductLegs.shipped(setting.told(), true).withoutCache();
      this.embedder = legs.embedder().orElseThrow();
      this.needs = MatchingIndices.of(engine, "musubi").needs();
      this.reader = new Ranking(legs.over(needs), Fusion.shipped(), PATIENCE);
    }

    /** Milliseconds of all three for a listing of this text. */
    double time(String text) throws Exception {
      var listing = Invented.listing(number++, text);
      var question = ListingDocument.question(listing);
      var asked = reader.ask(question);
      var begun = System.nanoTime();
      kafka.send(listing.toString());
      embed(question);
      ask(asked);
      return (System.nanoTime() - begun) / 1e6;
    }

    private void embed(Question question) {
      embedder.embed(Role.PASSAGE, List.of(VectorText.of(question)));
    }

    private void ask(Asked asked) {
      needs.search(OneRequest.of(asked, SHOWN));
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
