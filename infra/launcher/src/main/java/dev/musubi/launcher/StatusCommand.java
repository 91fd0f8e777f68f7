package dev.musubi.launcher;

import dev.musubi.engines.process.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows each process of a running copy, and what is late, stuck or away. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-14s %-10s %9s %9s %6s %9s %9s  %s%n";

  @Mixin private final FolderOption folder = new FolderOption();

  /** 0 when all is ready, 3 when something is not. */
  @Override
  public Integer call() {
    var run = folder.running();
    System.out.printf(ROW, (Object[]) Texts.of("status.head").split("\\|", -1));
    long sum = 0;
    for (var part : run.parts()) {
      var memory = part.pid() == null ? OptionalLong.empty() : Memory.of(part.pid());
      sum += memory.orElse(0);
      System.out.printf(
          ROW,
          part.name(),
          part.state().toLowerCase(java.util.Locale.ROOT),
          megabytes(memory),
          limit(part.name()),
          part.port(),
          part.pid() == null ? "-" : part.pid(),
          part.process().flatMap(p -> p.info().startInstant()).map(StatusCommand::age).orElse("-"),
          note(part));
    }
    var own = Memory.of(run.pid());
    System.out.println(
        Texts.of("status.sum", megabytes(OptionalLong.of(sum)), megabytes(ownAlone(own, sum))));
    var addresses = new Addresses(run.port());
    System.out.println(Texts.of("up.address", addresses.publicUrl()));
    tellWorries(run, addresses);
    return run.ready() && run.parts().stream().allMatch(part -> part.state().equals("READY"))
        ? 0
        : 3;
  }

  /** Of the services that run; those that do not are in the table already. */
  private void tellWorries(Run run, Addresses addresses) {
    var running =
        Arrays.stream(Service.values())
            .filter(Service::hasDatabase)
            .filter(service -> isReady(run, service))
            .toList();
    var api = new Api(addresses, DataFolder.existing(folder.path()));
    var worries = new Worries(api).of(running);
    System.out.println(
        worries.isEmpty()
            ? Texts.of("status.well")
            : Texts.of("status.worries", addresses.publicUrl() + "/operation"));
    worries.forEach(line -> System.out.println("  " + line));
  }

  private static boolean isReady(Run run, Service service) {
    return run.parts().stream()
        .anyMatch(part -> part.name().equals(service.id()) && part.state().equals("READY"));
  }

  /** The supervisor's share of the memory of its whole tree. */
  private static OptionalLong ownAlone(OptionalLong tree, long parts) {
    return tree.isPresent() ? OptionalLong.of(Math.max(0, tree.getAsLong() - parts)) : tree;
  }

  private static String note(Run.Part part) {
    var deaths = part.deaths() == 0 ? "" : Texts.of("status.deaths", part.deaths());
    return part.reason() == null ? deaths : Reasons.of(part.reason()) + " " + deaths;
  }

  private static String limit(String process) {
    var limit = MemoryLimits.of(process);
    return limit.isPresent() ? limit.getAsInt() + " MiB" : "-";
  }

  private static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? (bytes.getAsLong() >> 20) + " MiB" : "-";
  }

  private static String age(Instant begun) {
    var age = Duration.between(begun, Instant.now());
    return "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
  }
}
