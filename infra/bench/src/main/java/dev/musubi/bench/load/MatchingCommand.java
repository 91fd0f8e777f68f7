package dev.musubi.bench.load;

import dev.musubi.bench.BenchElasticsearch;
import dev.musubi.bench.Texts;
import dev.musubi.bench.quality.JsonLines;
import dev.musubi.bench.quality.ProductLegs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how quickly needs find listings and listings find needs. */
@Command(name = "matching", mixinStandardHelpOptions = true)
public final class MatchingCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--docs", required = true, arity = "1..*", descriptionKey = "option.real-docs")
  private List<Path> docs = new ArrayList<>();

  @Option(names = "--queries", required = true, descriptionKey = "option.real-queries")
  private Path queries = Path.of("");

  @Option(names = "--listings", split = ",", descriptionKey = "option.listings")
  private List<Integer> numbers = List.of(10_000);

  @Option(names = "--needs", descriptionKey = "option.needs")
  private int needs = 10_000;

  @Option(names = "--rounds", descriptionKey = "option.rounds")
  private int rounds = 5;

  @Option(names = "--questions", descriptionKey = "option.questions")
  private int questions = 40;

  @Option(names = "--real", descriptionKey = "option.real")
  private int real = 1_000;

  @Option(names = "--heap", descriptionKey = "option.heap")
  private int heap = 1_024;

  @Option(names = "--data", descriptionKey = "option.data")
  private @Nullable Path data;

  @Option(names = "--no-vectors", descriptionKey = "option.no-vectors")
  private boolean withoutVectors;

  @Override
  public Integer call() {
    var ofListings = new ManyTexts(texts(docs, "abstract"));
    var ofNeeds = new ManyTexts(texts(List.of(queries), "text"));
    var growth = new Growth();
    for (var listings : numbers.stream().sorted().toList()) {
      growth.add(at(listings, ofListings, ofNeeds));
    }
    growth.lines().forEach(it -> line("%s", it));
    return 0;
  }

  private Growth.Step at(int listings, ManyTexts ofListings, ManyTexts ofNeeds) {
    try (var elasticsearch = elasticsearch(listings)) {
      var engine = elasticsearch.engine();
      var legs = ProductLegs.shipped(err(), !withoutVectors);
      var load = new MatchingLoad(engine, legs, err(), ofListings, ofNeeds);
      load.embed(listings, needs);
      var seconds = load.listings(listings);
      load.needs(needs);
      var maker = legs.withoutCache();
      Rounds forth;
      try (var timing = new MatchingTiming(load, maker, questions)) {
        forth = measure(listings, timing, !withoutVectors);
        if (maker.embedder().isPresent()) {
          line("%s", Texts.of("load.beside"));
          try (var beside = new Beside(maker.embedder().get(), ofListings)) {
            measure(listings, timing, false);
          }
        }
      }
      var sizes = new EngineSizes(engine);
      sizes(sizes, elasticsearch.processId());
      return new Growth.Step(
          listings,
          forth.whole(0.5).median(),
          forth.whole(0.95).median(),
          forth.bare(0.5).median(),
          sizes.megabytes("listings"),
          seconds);
    }
  }

  /** Of several numbers each has a folder of its own. */
  private BenchElasticsearch elasticsearch(int listings) {
    if (data == null) {
      return BenchElasticsearch.start(heap);
    }
    return BenchElasticsearch.startKept(
        heap, numbers.size() == 1 ? data : data.resolve(Integer.toString(listings)));
  }

  /** Both directions; need to listings is the answer. */
  private Rounds measure(int listings, MatchingTiming timing, boolean typed) {
    var forth = timing.needsToListings(rounds);
    print(Texts.of("load.forth", listings), forth);
    if (typed) {
      print(Texts.of("load.typed"), timing.wordsToListings(rounds));
    }
    print(Texts.of("load.back", needs), timing.listingsToNeeds(rounds));
    return forth;
  }

  private List<String> texts(List<Path> files, String field) {
    var texts = new ArrayList<String>();
    for (var file : files) {
      JsonLines.read(file).stream()
          .map(it -> it.text(field).strip())
          .filter(it -> !it.isBlank())
          .limit(Math.max(1, real / files.size()))
          .forEach(texts::add);
    }
    if (texts.isEmpty()) {
      throw Texts.failure("failure.empty", files.getFirst());
    }
    return texts;
  }

  private void print(String what, Rounds times) {
    line("%s", what);
    line("  %-26s %12s %12s   %s", "", "median", "p95", Texts.of("load.rounds", rounds));
    row(Texts.of("load.whole"), "%.1f ms", times.whole(0.5), times.whole(0.95));
    row(Texts.of("load.bare"), "%.1f ms", times.bare(0.5), times.bare(0.95));
    row(Texts.of("load.ratio"), "%.2f", times.ratio(0.5), times.ratio(0.95));
  }

  private void row(String what, String format, Rounds.Spread median, Rounds.Spread p95) {
    line(
        "  %-26s %12s %12s   %s … %s",
        what,
        format.formatted(median.median()),
        format.formatted(p95.median()),
        format.formatted(p95.least()),
        format.formatted(p95.most()));
  }

  private void sizes(EngineSizes sizes, long process) {
    line("%s", Texts.of("load.sizes", sizes.megabytes("listings"), sizes.megabytes("needs")));
    line("%s", Texts.of("load.memory", sizes.heapMegabytes(), EngineSizes.resident(process)));
    var own = EngineSizes.resident(ProcessHandle.current().pid());
    line("%s", Texts.of("load.own-memory", own));
  }

  private void line(String format, Object... values) {
    out().println(String.format(Locale.ROOT, format, values).stripTrailing());
    out().flush();
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
