package dev.musubi.bench.load;

import dev.musubi.bench.Texts;
import dev.musubi.bench.quality.ProductLegs;
import dev.musubi.bench.quality.Progress;
import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.ModelIdentity;
import dev.musubi.embedding.Role;
import dev.musubi.matching.scoring.PackedVectors;
import dev.musubi.matching.scoring.Passages;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.VectorText;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.matching.search.NeedDocument;
import dev.musubi.matching.search.VectorField;
import dev.musubi.model.event.ListingState;
import dev.musubi.search.DocumentWrite;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchEngine;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Fills the product's two indices with as many listings and needs as are wanted. */
final class MatchingLoad {
  private static final int BULK = 500;
  private static final int FILLING = 3;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final MatchingIndices indices;
  private final Optional<Embedder> embedder;
  private final PrintWriter told;
  private final ManyTexts listingTexts;
  private final ManyTexts needTexts;

  /** Of the real texts alone; those of their likes are turned from them. */
  private List<float[]> listingVectors = List.of();

  private List<float[]> needVectors = List.of();
  private List<List<float[]>> sentenceVectors = List.of();

  MatchingLoad(
      SearchEngine engine,
      ProductLegs legs,
      PrintWriter told,
      ManyTexts listingTexts,
      ManyTexts needTexts) {
    this.indices = MatchingIndices.of(engine, "load");
    this.embedder = legs.embedder();
    this.told = told;
    this.listingTexts = listingTexts;
    this.needTexts = needTexts;
  }

  MatchingIndices indices() {
    return indices;
  }

  /** The question that a need asks. */
  Question need(int number) {
    return NeedDocument.question(Invented.need(number, needTexts.text(number)));
  }

  /** The question that a listing asks. */
  Question listing(int number) {
    return ListingDocument.question(listingState(number));
  }

  private ListingState listingState(int number) {
    return Invented.listing(number, listingTexts.text(number));
  }

  /** Vectors of the questions, if there are any at all. */
  float[] vectorOfNeed(int number) {
    return ManyTexts.vector(needVectors.get(needTexts.origin(number)), number);
  }

  float[] vectorOfListing(int number) {
    return ManyTexts.vector(listingVectors.get(listingTexts.origin(number)), number);
  }

  /** Makes the vectors of the real texts: a million of their likes need no model. */
  void embed(int listings, int needs) {
    var model = embedder.orElse(null);
    if (model == null) {
      return;
    }
    var many = Math.min(listings, listingTexts.real());
    listingVectors = model.embed(Role.PASSAGE, texts(many, this::listing));
    needVectors = model.embed(Role.QUERY, texts(Math.min(needs, needTexts.real()), this::need));
    var passages = new ArrayList<Passages>();
    for (var i = 0; i < many; i++) {
      passages.add(ListingDocument.passages(listingState(i)));
    }
    var sentences = passages.stream().flatMap(it -> it.texts().stream()).toList();
    var made = model.embed(Role.PASSAGE, sentences).iterator();
    sentenceVectors =
        passages.stream().map(it -> it.texts().stream().map(_ -> made.next()).toList()).toList();
  }

  private static List<String> texts(int count, IntFunction<Question> question) {
    var texts = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      texts.add(VectorText.of(question.apply(i)));
    }
    return texts;
  }

  /** Seconds that it took; 0 when they stood there. */
  double listings(int count) {
    return fill(indices.listings(), Texts.of("progress.listings"), count, this::listingDocument);
  }

  void needs(int count) {
    fill(indices.needs(), Texts.of("progress.needs"), count, this::needDocument);
  }

  private ObjectNode listingDocument(int number) {
    var state = listingState(number);
    var document = ListingDocument.of(state, null, TODAY);
    embedder
        .map(Embedder::model)
        .ifPresent(
            it -> {
              VectorField.into(document, it, vectorOfListing(number));
              sentences(document, it, number);
            });
    return document;
  }

  /** A text made of another one may fall into more or fewer sentences than that. */
  private void sentences(ObjectNode document, ModelIdentity model, int number) {
    var passages = Passages.of(document);
    var origin = sentenceVectors.get(listingTexts.origin(number));
    var vectors = new ArrayList<float[]>();
    for (var i = 0; i < passages.sentences().size() && !origin.isEmpty(); i++) {
      vectors.add(ManyTexts.vector(origin.get(i % origin.size()), number + i));
    }
    PackedVectors.into(document, model.key(), passages, PackedVectors.pack(vectors));
  }

  private ObjectNode needDocument(int number) {
    var document = NeedDocument.of(Invented.need(number, needTexts.text(number)));
    embedder
        .map(Embedder::model)
        .ifPresent(it -> VectorField.into(document, it, vectorOfNeed(number)));
    return document;
  }

  /** As a rebuild does. An index that an earlier run has filled so far is taken as it is. */
  private double fill(
      LogicalIndex index, String what, int count, IntFunction<ObjectNode> document) {
    index.ensure();
    if (index.count() == count) {
      return 0;
    }
    var begun = System.nanoTime();
    var generation = index.startGeneration();
    var progress = new Progress(told, what, count);
    var done = new AtomicLong();
    // One thread makes documents while the engine takes those of the other.
    try (var pool = new ForkJoinPool(FILLING)) {
      pool.submit(
              () ->
                  IntStream.range(0, (count + BULK - 1) / BULK)
                      .parallel()
                      .forEach(
                          it -> {
                            var written = bulk(index, generation, it * BULK, count, document);
                            progress.at(done.addAndGet(written));
                          }))
          .join();
    }
    index.swapTo(generation);
    index.dropOthers(null);
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Writes the documents from this one on, and says how many they were. */
  private static int bulk(
      LogicalIndex index, String generation, int from, int all, IntFunction<ObjectNode> document) {
    var bulk = new ArrayList<DocumentWrite>();
    for (var i = from; i < Math.min(from + BULK, all); i++) {
      bulk.add(new DocumentWrite.Put(Invented.id(i).toString(), 1, document.apply(i)));
    }
    var rejected = index.fill(generation, bulk).rejected();
    if (!rejected.isEmpty()) {
      var first = rejected.getFirst();
      throw Texts.failure("failure.refused", first.id(), first.reason());
    }
    return bulk.size();
  }
}
