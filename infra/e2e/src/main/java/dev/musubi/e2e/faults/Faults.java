package dev.musubi.e2e.faults;

import dev.musubi.e2e.faults.inject.Disk;
import dev.musubi.e2e.faults.inject.FakeClock;
import dev.musubi.e2e.faults.inject.Kind;
import dev.musubi.e2e.faults.inject.Plan;
import dev.musubi.testkit.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./musubi test faults}: starts a copy of its own, runs the suite on it, and ends it. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.e2e.faults.texts")
public final class Faults implements Callable<Integer> {
  private static final Duration HEALED = Duration.ofMinutes(5);

  /**
   * A busy machine needs its time for what half an hour of load has left; a lost one never ends.
   */
  private static final Duration QUIET = Duration.ofMinutes(30);

  /** Of a copy to be loaded: the whole load comes from one address. */
  static final Map<String, String> UNLIMITED =
      Map.of(
          "MUSUBI_LIMIT_ADDRESS", "100000",
          "MUSUBI_LIMIT_SIGN_UP", "100000",
          "MUSUBI_LIMIT_ACCOUNT", "100000");

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.seed")
  private long seed = ThreadLocalRandom.current().nextLong(1, 1_000_000);

  @Option(names = "--minutes", paramLabel = "M", descriptionKey = "option.minutes")
  private double minutes = 30;

  @Option(names = "--kinds", paramLabel = "KIND", split = ",", descriptionKey = "option.kinds")
  private List<String> kinds = new ArrayList<>();

  @Option(names = "--short", descriptionKey = "option.short")
  private boolean quick;

  @Option(names = "--crowd", paramLabel = "N", descriptionKey = "option.crowd")
  private int crowd;

  @Option(
      names = "--instances",
      paramLabel = "SERVICE=N",
      split = ",",
      descriptionKey = "option.instances")
  private List<String> instances = new ArrayList<>();

  @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "option.data-dir")
  private @Nullable Path folder;

  @Option(names = "--report", paramLabel = "FILE", descriptionKey = "option.report")
  private @Nullable Path report;

  private Faults() {}

  /** Ends with 0 when nothing was violated, 1 when something was, 2 for a wrong command line. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Faults()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    var wanted = wanted();
    var data = folder == null ? Files.createTempDirectory("musubi-faults-") : folder;
    var skipped = new EnumMap<Kind, String>(Kind.class);
    var environment = new HashMap<>(UNLIMITED);
    var clock = clock(data, wanted, skipped, environment);
    var options = new ArrayList<>(List.of("--demo"));
    instances.forEach(it -> options.addAll(List.of("--instances", it)));
    try (var disk = disk(data, wanted, skipped)) {
      var product =
          RunningProduct.start(data.resolve("copy"), data.resolve("up.log"), options, environment);
      try {
        var done =
            new Suite(product, settings(wanted), System.out::println)
                .run(disk == null ? null : disk.disk(), clock.orElse(null), skipped);
        System.out.println(done.text());
        done.write(report == null ? data.resolve("report.json") : report);
        return done.isClean() ? 0 : 1;
      } finally {
        product.stop();
      }
    }
  }

  private Set<Kind> wanted() {
    return kinds.isEmpty()
        ? EnumSet.allOf(Kind.class)
        : kinds.stream()
            .map(Kind::labelled)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private Suite.Settings settings(Set<Kind> wanted) {
    return new Suite.Settings(
        seed,
        wanted,
        Duration.ofMillis((long) (minutes * 60_000)),
        quick ? Plan.Pace.SHORT : Plan.Pace.LONG,
        Duration.ofMillis(quick ? 400 : 900),
        crowd,
        HEALED,
        QUIET);
  }

  private static Optional<FakeClock> clock(
      Path data, Set<Kind> wanted, Map<Kind, String> skipped, Map<String, String> environment)
      throws IOException {
    if (!wanted.contains(Kind.CLOCK_JUMP)) {
      return Optional.empty();
    }
    Files.createDirectories(data);
    var clock = FakeClock.with(data.resolve("clock"));
    if (clock.isEmpty()) {
      skipped.put(Kind.CLOCK_JUMP, Texts.of("skip.clock"));
    }
    clock.ifPresent(it -> environment.putAll(it.environment()));
    return clock;
  }

  /** Closes to nothing when there is none. */
  private record Mounted(Disk disk) implements AutoCloseable {
    @Override
    public void close() {
      disk.close();
    }
  }

  private static @Nullable Mounted disk(Path data, Set<Kind> wanted, Map<Kind, String> skipped) {
    if (!wanted.contains(Kind.DISK_FULL)) {
      return null;
    }
    try {
      return new Mounted(Disk.mount(prepared(data.resolve("copy")).resolve("engines")));
    } catch (IOException notAllowed) {
      skipped.put(Kind.DISK_FULL, Texts.of("skip.disk", String.valueOf(notAllowed.getMessage())));
      return null;
    }
  }

  /** A folder with anything in it is taken only when it says that it is a copy's. */
  private static Path prepared(Path copy) throws IOException {
    Files.createDirectories(copy);
    Files.writeString(copy.resolve("format"), "1\n");
    return copy;
  }
}
