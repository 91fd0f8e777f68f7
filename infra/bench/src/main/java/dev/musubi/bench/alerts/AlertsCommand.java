package dev.musubi.bench.alerts;

import dev.musubi.bench.Texts;
import dev.musubi.bench.quality.CollectionReader;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says whether alerts are worth reading: how many are right, and how many come. */
@Command(name = "alerts", mixinStandardHelpOptions = true)
public final class AlertsCommand implements Callable<Integer> {
  private static final int WEEK = 7;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--docs", required = true, arity = "1..*", descriptionKey = "option.docs")
  private List<Path> docs = new ArrayList<>();

  @Option(names = "--queries", required = true, descriptionKey = "option.queries")
  private Path queries = Path.of("");

  @Option(names = "--qrels", required = true, descriptionKey = "option.qrels")
  private Path qrels = Path.of("");

  @Option(names = "--fields", split = ",", descriptionKey = "option.fields")
  private List<String> fields = List.of("title", "abstract");

  @Option(names = "--weeks", descriptionKey = "option.weeks")
  private int weeks = 6;

  @Option(names = "--budget", split = ",", descriptionKey = "option.budget")
  private List<Integer> budgets = List.of(2, 5, 10);

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Override
  public Integer call() {
    if (weeks < 1 || budgets.stream().anyMatch(it -> it < 1)) {
      throw new ParameterException(spec().commandLine(), Texts.of("failure.weeks"));
    }
    var collection = new CollectionReader(fields).read(docs, queries, qrels);
    var watched = new WatchedNeeds(collection, weeks * WEEK, err()).watch();
    var figures = AlertsFigures.of(watched, budgets, weeks * WEEK);
    if (json) {
      out().println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    } else {
      print(figures, watched.getFirst().arrivals().size() / weeks);
    }
    out().flush();
    return 0;
  }

  private void print(AlertsFigures figures, int perWeek) {
    line(Texts.of("alerts.simulated", figures.needs(), figures.answers(), perWeek, weeks));
    line("");
    line(Texts.of("alerts.bars"));
    for (var it : figures.bars()) {
      line(
          row(
              "  recall %.2f   own %.4f   one, shown score %.4f (x %.2f)   one, cosine %.4f (x %.2f)",
              it.recall(),
              it.own(),
              it.one(),
              it.own() / it.one(),
              it.cosine(),
              it.own() / it.cosine()));
    }
    line("");
    line(Texts.of("alerts.rule"));
    for (var it : figures.budgets()) {
      line(
          row(
              "  %d a week   volume within 0.8-1.2: %.1f %% of needs (min %.2f, median %.2f, max"
                  + " %.2f)   recall %.3f   precision %.4f   one %.4f (x %.2f)",
              it.budget(),
              100 * it.within(),
              it.least(),
              it.middle(),
              it.most(),
              it.recall(),
              it.precision(),
              it.one(),
              it.precision() / it.one()));
    }
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void line(String text) {
    out().println(text);
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
