package dev.musubi.e2e.faults;

import dev.musubi.e2e.faults.inject.Disk;
import dev.musubi.e2e.faults.inject.FakeClock;
import dev.musubi.e2e.faults.inject.Inject;
import dev.musubi.e2e.faults.inject.Kind;
import dev.musubi.e2e.faults.inject.Plan;
import dev.musubi.e2e.faults.load.Load;
import dev.musubi.e2e.faults.oracle.Facts;
import dev.musubi.e2e.faults.oracle.Gather;
import dev.musubi.e2e.faults.oracle.Ledger;
import dev.musubi.e2e.faults.oracle.Oracle;
import dev.musubi.e2e.faults.oracle.Violation;
import dev.musubi.testkit.ProductEngines;
import dev.musubi.testkit.ProductOperator;
import dev.musubi.testkit.RunningProduct;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run: load and faults, then quiet, then the oracle. */
public final class Suite {
  private static final Duration PROGRESS = Duration.ofSeconds(15);

  /** On a busy machine what is left of the sample data goes on beside the load. */
  private static final Duration SAMPLES = Duration.ofMinutes(1);

  private final RunningProduct product;
  private final Settings settings;
  private final Consumer<String> out;
  private final Ledger ledger = new Ledger();
  private final Instant begun = Instant.now();
  private Instant told = begun;

  /**
   * How to run.
   *
   * @param kinds those that are wanted
   * @param lasts load and faults, without what comes after
   * @param pace of the faults
   * @param load mean pause of each actor
   * @param crowd needs and listings that come all at once instead of the mixed load, or 0
   * @param heal longest time until every process is ready again
   * @param quiet longest time from then until all work is done
   */
  public record Settings(
      long seed,
      Set<Kind> kinds,
      Duration lasts,
      Plan.Pace pace,
      Duration load,
      int crowd,
      Duration heal,
      Duration quiet) {}

  /**
   * @param out takes the lines that tell how it goes
   */
  public Suite(RunningProduct product, Settings settings, Consumer<String> out) {
    this.product = product;
    this.settings = settings;
    this.out = out;
  }

  /**
   * Runs once.
   *
   * @param disk of the engines, if it can be filled
   * @param clock of the copy, if it can be moved
   * @param skipped kinds that cannot be done on this copy, and why
   */
  public Report run(@Nullable Disk disk, @Nullable FakeClock clock, Map<Kind, String> skipped) {
    out.accept(Texts.of("run.seed", settings.seed()));
    skipped.forEach((kind, why) -> out.accept(Texts.of("run.skipped", kind.label(), why)));
    var engines = new ProductEngines(product);
    try (var load = new Load(product, settings.seed(), ledger, settings.load(), settings.crowd())) {
      var inject = new Inject(engines, disk, clock, (kind, _) -> ask(kind));
      var gather = new Gather(engines, load.hook());
      // What the sample data brings would otherwise stand before all that the load asks for.
      say(Texts.of("run.waits"));
      gather.awaitQuiet(SAMPLES, this::say);
      say(Texts.of("run.begins"));
      load.start();
      disturb(inject, load);
      load.stop();
      say(Texts.of("run.ended"));
      var violations = new ArrayList<Violation>();
      if (!inject.heal(settings.heal())) {
        violations.add(new Violation(Violation.Rule.NOT_QUIET, Texts.of("run.not-healed")));
      }
      say(Texts.of("run.healed"));
      var quiet = gather.awaitQuiet(settings.quiet(), this::say);
      say(Texts.of(quiet ? "run.quiet" : "run.no-quiet"));
      return judge(load, inject, gather, violations, skipped);
    }
  }

  /** Whether what an operator does meanwhile was taken. */
  private boolean ask(Kind kind) {
    var operator = new ProductOperator(product);
    try {
      switch (kind) {
        case REINDEX -> operator.ask("matching", "/internal/reindex");
        case DIGESTS -> operator.ask("notifications", "/internal/digests/catch-up");
        default -> throw new IllegalArgumentException(kind.label());
      }
      return true;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void disturb(Inject inject, Load load) {
    var kinds = inject.possible().stream().filter(settings.kinds()::contains).sorted().toList();
    var plan = new Plan(settings.seed(), kinds, settings.pace(), inject.instances());
    var end = Instant.now().plus(settings.lasts());
    while (Instant.now().isBefore(end) && !load.hasEnded()) {
      var fault = plan.next();
      rest(fault.gap(), end, inject);
      if (Instant.now().isBefore(end) && !load.hasEnded()) {
        say(inject.inject(fault) ? fault.toString() : Texts.of("run.missed", fault));
      }
    }
  }

  private void rest(Duration gap, Instant latest, Inject inject) {
    var end = Instant.now().plus(gap);
    while (Instant.now().isBefore(end) && Instant.now().isBefore(latest)) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
      if (told.plus(PROGRESS).isBefore(Instant.now())) {
        told = Instant.now();
        var counts = ledger.counts();
        int faults = inject.done().values().stream().mapToInt(Integer::intValue).sum();
        say(
            Texts.of(
                "run.progress", counts.acknowledged(), counts.refused(), counts.unknown(), faults));
      }
    }
  }

  private void say(String what) {
    out.accept("%6.1f  %s".formatted(elapsed().toMillis() / 1000.0, what));
  }

  private Duration elapsed() {
    return Duration.between(begun, Instant.now());
  }

  private Report judge(
      Load load,
      Inject inject,
      Gather gather,
      List<Violation> violations,
      Map<Kind, String> skipped) {
    try {
      var facts = gather.facts();
      var poison = inject.poison().acknowledged();
      violations.addAll(new Oracle(ledger, facts).judge(Set.copyOf(load.hooked()), poison));
      var refusals = new TreeMap<>(load.refusals());
      load.mistakes().forEach(it -> refusals.merge("mistake of the suite: " + it, 1, Integer::sum));
      return new Report(
          settings.seed(),
          elapsed(),
          inject.done(),
          skipped,
          ledger.counts(),
          checked(facts, poison.size()),
          repeats(facts),
          refusals,
          inject.stops().summary(),
          violations);
    } catch (SQLException failure) {
      throw new IllegalStateException("The tables cannot be read", failure);
    }
  }

  private Map<String, Long> checked(Facts facts, long poison) {
    var checked = new LinkedHashMap<String, Long>();
    checked.put("things asked for", (long) ledger.entries().size());
    checked.put("answers", (long) ledger.answers().size());
    checked.put("messages", (long) ledger.said().size());
    checked.put("subscriptions", (long) ledger.subscriptions().size());
    checked.put("events", (long) facts.sent().size());
    checked.put("handled events", (long) facts.inbox().handled().size());
    checked.put("documents", (long) facts.documents().size());
    checked.put("active matches", facts.matches().stream().filter(Facts.Pair::active).count());
    checked.put("alerts", (long) facts.told().alerts().size());
    checked.put("mails", (long) facts.told().deliveries().size());
    checked.put("calls", (long) facts.told().due().size());
    checked.put("dead letters", (long) facts.deadLetters().size());
    checked.put("poisoned records", poison);
    return checked;
  }

  private static Map<String, Long> repeats(Facts facts) {
    var repeats = new LinkedHashMap<String, Long>();
    var mails = facts.told().mails();
    repeats.put(
        "mails",
        mails.size() - (long) new TreeSet<>(mails.stream().map(Facts.Mail::id).toList()).size());
    var calls = facts.told().called();
    repeats.put("calls", calls.size() - calls.stream().map(Facts.Called::id).distinct().count());
    return repeats;
  }
}
