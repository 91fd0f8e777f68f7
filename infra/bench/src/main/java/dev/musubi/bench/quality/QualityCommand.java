package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.matching.scoring.Fusion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs collections through the product's own matching and says how well it finds. */
@Command(name = "quality", mixinStandardHelpOptions = true)
public final class QualityCommand implements Callable<Integer> {
  private static final List<String> RANKINGS =
      Stream.concat(ProductLegs.NAMES.stream(), Stream.of(QualityReport.FUSED, QualityReport.FINAL))
          .toList();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--docs", arity = "1..*", descriptionKey = "option.docs")
  private List<Path> docs = new ArrayList<>();

  @Option(names = "--queries", descriptionKey = "option.queries")
  private @Nullable Path queries;

  @Option(names = "--qrels", descriptionKey = "option.qrels")
  private @Nullable Path qrels;

  @Option(names = "--all", descriptionKey = "option.all")
  private @Nullable Path all;

  @Option(names = "--half", descriptionKey = "option.half")
  private @Nullable Half half;

  @Option(names = "--fields", split = ",", descriptionKey = "option.fields")
  private List<String> fields = List.of("title", "abstract");

  @Option(names = "--only", split = ",", descriptionKey = "option.only")
  private List<String> only = RANKINGS;

  @Option(names = "--out", descriptionKey = "option.out")
  private @Nullable Path out;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Option(names = "--tune", descriptionKey = "option.tune")
  private @Nullable Path tune;

  @Option(names = "--depth", descriptionKey = "option.depth")
  private int depth = 100;

  @Override
  public Integer call() {
    check();
    var collections = collections();
    var reports = new LinkedHashMap<String, QualityReport>();
    var trials = new LinkedHashMap<String, List<Trial>>();
    try (var run = new QualityRun(err(), depth, needsVectors())) {
      collections.forEach(
          (name, it) -> {
            if (all != null) {
              err().println(name);
              err().flush();
            }
            trials.put(name, run.run(it));
            reports.put(name, QualityReport.of(it, trials.getOrDefault(name, List.of()), only));
          });
    }
    report(reports, trials);
    if (tune != null) {
      tune(tune, new FusionTuning(collections, trials));
    }
    return 0;
  }

  private void tune(Path file, FusionTuning tuning) {
    var learned = tuning.run(Fusion.shipped());
    FusionFile.write(file, learned.fusion());
    learned.fusion().classes().forEach(it -> err().println(it.name() + " " + it.weights()));
    told("tuned.development", learned.development());
    told("tuned.kept", learned.kept());
  }

  private void told(String key, FusionTuning.Change figures) {
    var before = String.format(Locale.ROOT, "%.4f", figures.before());
    var after = String.format(Locale.ROOT, "%.4f", figures.after());
    err().println(Texts.of(key, before, after));
    err().flush();
  }

  private void check() {
    for (var name : only) {
      if (!RANKINGS.contains(name)) {
        throw wrong(Texts.of("failure.ranking", name, String.join(", ", RANKINGS)));
      }
    }
    if (all == null && (docs.isEmpty() || queries == null || qrels == null)) {
      throw wrong(Texts.of("failure.incomplete"));
    }
    if (tune != null && (half != null || !only.containsAll(RANKINGS))) {
      throw wrong(Texts.of("failure.tune"));
    }
    if (depth < Metrics.DEPTH) {
      throw wrong(Texts.of("failure.depth", Metrics.DEPTH));
    }
  }

  private ParameterException wrong(String told) {
    return new ParameterException(spec().commandLine(), told);
  }

  /** Text alone and dictionary alone need no model. */
  private boolean needsVectors() {
    return only.stream().anyMatch(it -> ProductLegs.NAMES.indexOf(it) != 0 && !isDictionary(it));
  }

  private static boolean isDictionary(String name) {
    return ProductLegs.NAMES.indexOf(name) == 1;
  }

  private Map<String, Collection> collections() {
    var collections = new LinkedHashMap<String, Collection>();
    if (all != null) {
      collections.putAll(KnownCollections.read(all));
    } else {
      var reader = new CollectionReader(fields);
      var one = reader.read(docs, Objects.requireNonNull(queries), Objects.requireNonNull(qrels));
      collections.put("", one);
    }
    var wanted = half;
    if (wanted != null) {
      collections.replaceAll((_, it) -> it.with(ofHalf(it.queries(), wanted)));
    }
    return collections;
  }

  private static List<Query> ofHalf(List<Query> queries, Half half) {
    return queries.stream().filter(it -> Half.of(it) == half).toList();
  }

  private void report(Map<String, QualityReport> reports, Map<String, List<Trial>> trials) {
    if (out != null) {
      var every = trials.values().stream().flatMap(List::stream).toList();
      RunFile.write(out, every, only);
    }
    if (json) {
      out().println(ReportJson.of(reports).toPrettyString());
    } else if (all != null) {
      new ReportText(out()).table(reports);
    } else {
      reports.values().forEach(new ReportText(out())::print);
    }
    out().flush();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private PrintWriter err() {
    return spec().commandLine().getErr();
  }
}
