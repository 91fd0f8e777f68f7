package dev.musubi.e2e.faults.inject;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of faults, each counted by itself. */
public enum Kind {
  KILL_WEB,
  KILL_LISTINGS,
  KILL_PROFILES,
  KILL_MATCHING,
  KILL_DEALS,
  KILL_NOTIFICATIONS,
  KILL_POSTGRES,
  KILL_KAFKA,
  KILL_ELASTICSEARCH,
  KILL_REDIS,
  KILL_MAIL,
  /** Two processes die at the same moment. */
  KILL_TWO,
  /** A service is asked to end (SIGTERM). */
  TERM,
  /** A service is stopped (SIGSTOP) and goes on later. */
  PAUSE_SERVICE,
  PAUSE_ENGINE,
  /** The instance that leads a service's relay is stopped for longer than it may lead unheard. */
  PAUSE_LEADER,
  /** An engine is away for long: killed whenever it comes back. */
  AWAY,
  /** The database ends the connections of a relay: it loses its lead. */
  CUT_RELAY,
  /** The database ends all connections of a service. */
  CUT_DATABASE,
  /** Records that no consumer can handle, on every topic. */
  POISON,
  /** The indices are built anew meanwhile. */
  REINDEX,
  /** Digests are sent on an operator's word meanwhile. */
  DIGESTS,
  /** No space is left on the file system of the engines. */
  DISK_FULL,
  /** The clock of all processes jumps, and later back. */
  CLOCK_JUMP;

  /** As it is written on the command line and in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a label.
   *
   * @throws IllegalArgumentException for a name that there is not
   */
  public static Kind labelled(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    label + ": " + Arrays.stream(values()).map(Kind::label).toList()));
  }

  /** Ends of a process whose name is part of the kind's. */
  boolean killsOne() {
    return name().startsWith("KILL_") && this != KILL_TWO;
  }

  String victim() {
    return label().substring("kill-".length());
  }

  static final List<String> SERVICES =
      List.of("web", "listings", "profiles", "matching", "deals", "notifications");

  /** Those that send events. */
  static final List<String> SENDERS =
      SERVICES.stream().filter(service -> !service.equals("web")).toList();

  static final List<String> ENGINES =
      List.of("postgres", "kafka", "elasticsearch", "redis", "mail");
}
