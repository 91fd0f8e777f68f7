package dev.musubi.e2e.faults.inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The faults of a run, a function of the seed alone. */
public final class Plan {
  /** A relay that is not heard of for a minute leads no more. */
  private static final Duration LEADER = Duration.ofSeconds(90);

  private final Random random;
  private final List<Kind> kinds;
  private final Pace pace;
  private final List<Kind> deck = new ArrayList<>();
  private final List<String> instances;

  /**
   * How fast things go wrong.
   *
   * @param gap mean time between two faults
   * @param pause longest pause of a process
   * @param away longest absence of an engine, longest lack of space
   */
  public record Pace(Duration gap, Duration pause, Duration away) {
    /** Two hundred faults in half an hour, with pauses of half a minute and absences of one. */
    public static final Pace LONG =
        new Pace(Duration.ofMillis(5500), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** For a run of two minutes. */
    public static final Pace SHORT =
        new Pace(Duration.ofMillis(4500), Duration.ofSeconds(5), Duration.ofSeconds(6));
  }

  /**
   * @param kinds those that may be chosen
   * @param instances names of all processes of services; there may be several of one service
   */
  public Plan(long seed, List<Kind> kinds, Pace pace, List<String> instances) {
    this.random = new Random(seed);
    this.kinds = List.copyOf(kinds);
    this.pace = pace;
    this.instances = instances.stream().sorted().toList();
  }

  /** Every kind comes once before any comes again. */
  public Fault next() {
    if (deck.isEmpty()) {
      deck.addAll(kinds);
      Collections.shuffle(deck, random);
    }
    var kind = deck.removeLast();
    return new Fault(kind, victims(kind), lasts(kind), gap(), random.nextLong());
  }

  private Duration gap() {
    return share(pace.gap().multipliedBy(2), 0.2);
  }

  private List<String> victims(Kind kind) {
    return switch (kind) {
      case TERM, PAUSE_SERVICE -> List.of(any(instances));
      case PAUSE_ENGINE, AWAY -> List.of(any(Kind.ENGINES));
      case KILL_TWO -> two();
      case CUT_RELAY, CUT_DATABASE, PAUSE_LEADER -> List.of(any(Kind.SENDERS));
      case POISON, REINDEX, DIGESTS, DISK_FULL, CLOCK_JUMP -> List.of();
      case KILL_WEB,
          KILL_LISTINGS,
          KILL_PROFILES,
          KILL_MATCHING,
          KILL_DEALS,
          KILL_NOTIFICATIONS,
          KILL_POSTGRES,
          KILL_KAFKA,
          KILL_ELASTICSEARCH,
          KILL_REDIS,
          KILL_MAIL ->
          List.of(instance(kind.victim()));
    };
  }

  private String instance(String name) {
    var all = instances.stream().filter(it -> it.split("-", 2)[0].equals(name)).toList();
    return all.isEmpty() ? name : any(all);
  }

  private List<String> two() {
    var all = new ArrayList<>(instances);
    all.addAll(Kind.ENGINES);
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, 2));
  }

  private Duration lasts(Kind kind) {
    return switch (kind) {
      case PAUSE_SERVICE, PAUSE_ENGINE -> share(pace.pause(), 0.3);
      case AWAY, DISK_FULL -> share(pace.away(), 0.5);
      case CLOCK_JUMP -> share(pace.pause(), 0.5);
      case PAUSE_LEADER -> share(LEADER, 0.8);
      default -> Duration.ZERO;
    };
  }

  /** Between this share of a time and the whole. */
  private Duration share(Duration whole, double least) {
    return Duration.ofMillis(
        (long) (whole.toMillis() * (least + (1 - least) * random.nextDouble())));
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
