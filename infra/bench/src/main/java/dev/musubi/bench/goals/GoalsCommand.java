package dev.musubi.bench.goals;

import dev.musubi.bench.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the lines of the goals, each against its bare counterpart in the same run. */
@Command(name = "goals", mixinStandardHelpOptions = true)
public final class GoalsCommand implements Callable<Integer> {
  private static final List<Row> ROWS =
      List.of(
          new StartRow(),
          new EmbeddingRow(),
          new RelayRow(),
          new PoisonRow(),
          new AlertRow(),
          new DigestsRow(),
          new PagesRow(),
          // The last, for it leaves ten thousand listings in the copy.
          new RebuildRow());

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rows", split = ",", descriptionKey = "option.rows")
  private List<String> rows = ROWS.stream().map(Row::id).toList();

  @Option(names = "--rounds", descriptionKey = "option.rounds")
  private int rounds = 5;

  @Option(names = "--size", descriptionKey = "option.size")
  private double size = 1;

  @Option(names = "--json", descriptionKey = "option.json-file")
  private @Nullable Path json;

  @Option(names = "--chart", descriptionKey = "option.chart")
  private @Nullable Path chart;

  @Option(names = "--profile", descriptionKey = "option.profile")
  private @Nullable Path profile;

  @Override
  public Integer call() throws IOException {
    check();
    var machine = Machine.here();
    var measured = new ArrayList<Measured>();
    try (var copy = new SharedCopy()) {
      var setting = new Setting(rounds, size, err(), copy);
      for (var row : ROWS) {
        if (rows.contains(row.id())) {
          measured.add(measure(row, setting));
        }
      }
    }
    new GoalsTable(out()).print(machine, measured);
    if (json != null) {
      Files.writeString(json, GoalsJson.of(machine, measured));
    }
    if (chart != null) {
      Files.writeString(chart, GoalsChart.of(measured));
    }
    return measured.stream().anyMatch(it -> it.failure() != null) ? 1 : 0;
  }

  private Measured measure(Row row, Setting setting) {
    try {
      var figures = profile == null ? row.measure(setting) : profiled(row, setting);
      return new Measured(row.id(), figures, null);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Measured(row.id(), List.of(), String.valueOf(stop.getMessage()));
    } catch (Exception failure) {
      // One row that cannot be measured must not take the others with it.
      return new Measured(row.id(), List.of(), String.valueOf(failure.getMessage()));
    }
  }

  private List<Figure> profiled(Row row, Setting setting) throws Exception {
    var folder = Objects.requireNonNull(profile);
    try (var recording = Profile.begin(folder, row.id())) {
      var figures = row.measure(setting);
      err().println(row.id());
      recording.hottest().forEach(it -> err().println("  " + it));
      err().flush();
      return figures;
    }
  }

  private void check() {
    var known = ROWS.stream().map(Row::id).toList();
    for (var row : rows) {
      if (!known.contains(row)) {
        throw wrong(Texts.of("goals.unknown", row, String.join(", ", known)));
      }
    }
    if (rounds < 1 || size <= 0) {
      throw wrong(Texts.of("goals.numbers"));
    }
  }

  private ParameterException wrong(String told) {
    return new ParameterException(spec().commandLine(), told);
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
