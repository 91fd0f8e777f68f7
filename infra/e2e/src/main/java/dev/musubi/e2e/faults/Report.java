package dev.musubi.e2e.faults;

import dev.musubi.e2e.faults.inject.Kind;
import dev.musubi.e2e.faults.inject.Stops;
import dev.musubi.e2e.faults.oracle.Ledger;
import dev.musubi.e2e.faults.oracle.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a run.
 *
 * @param skipped kinds that could not be done here, and why
 * @param faults how many of each kind hit something
 * @param checked how much was compared, by what it is
 * @param repeats mails and calls that came again with the same id
 * @param refusals unexpected answers, with their number
 * @param stops how long services took that were asked to end
 */
public record Report(
    long seed,
    Duration took,
    Map<Kind, Integer> faults,
    Map<Kind, String> skipped,
    Ledger.Counts requests,
    Map<String, Long> checked,
    Map<String, Long> repeats,
    Map<String, Integer> refusals,
    Stops.Summary stops,
    List<Violation> violations) {
  private static final int SHOWN = 200;

  /** Whether everything was as it must be. */
  public boolean isClean() {
    return violations.isEmpty();
  }

  /** For people. */
  public String text() {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(Texts.of("report.head", seed, took.toSeconds()));
    int all = faults.values().stream().mapToInt(Integer::intValue).sum();
    lines.add(Texts.of("report.faults", all, faults.size()));
    faults.forEach((kind, times) -> lines.add("  %-20s %4d".formatted(kind.label(), times)));
    skipped.forEach((kind, why) -> lines.add(Texts.of("report.skipped", kind.label(), why)));
    lines.add(
        Texts.of(
            "report.requests", requests.acknowledged(), requests.refused(), requests.unknown()));
    lines.add(Texts.of("report.checked", words(checked)));
    lines.add(Texts.of("report.repeats", words(repeats)));
    if (stops.count() > 0) {
      lines.add(Texts.of("report.stops", stops.count(), stops.median(), stops.longest()));
    }
    new TreeMap<>(refusals)
        .forEach((what, times) -> lines.add(Texts.of("report.refused", times, what)));
    var byRule =
        violations.stream()
            .collect(Collectors.groupingBy(Violation::rule, TreeMap::new, Collectors.counting()));
    lines.add(Texts.of("report.violations", violations.size(), byRule));
    violations.stream().limit(SHOWN).forEach(it -> lines.add("  " + it));
    return String.join("\n", lines);
  }

  private static String words(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey())
        .collect(Collectors.joining(", "));
  }

  /** For programs. */
  void write(Path file) {
    var json = new LinkedHashMap<String, Object>();
    json.put("seed", seed);
    json.put("seconds", took.toSeconds());
    json.put("faults", labelled(faults));
    json.put("skipped", labelled(skipped));
    json.put("requests", requests);
    json.put("checked", checked);
    json.put("repeats", repeats);
    json.put("refusals", refusals);
    json.put("stops", stops);
    json.put("violations", violations);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static <T> Map<String, T> labelled(Map<Kind, T> counts) {
    var all = new LinkedHashMap<String, T>();
    counts.forEach((kind, count) -> all.put(kind.label(), count));
    return all;
  }
}
