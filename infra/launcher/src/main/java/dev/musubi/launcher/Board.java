package dev.musubi.launcher;

import dev.musubi.engines.process.Child;
import dev.musubi.engines.process.ChildState;
import dev.musubi.engines.process.ChildStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells how the processes come along: a line for each change, and every so often who is late. */
final class Board {
  private static final Duration LATE = Duration.ofSeconds(10);

  private final Instant begun = Instant.now();
  private final Map<String, ChildState> told = new HashMap<>();
  private final Map<String, Integer> deaths = new HashMap<>();
  private final int width;
  private Instant lastWord = begun;

  Board(List<String> names) {
    width = names.stream().mapToInt(String::length).max().orElse(0);
  }

  Duration elapsed() {
    return Duration.between(begun, Instant.now());
  }

  /** Takes what is the case for known. */
  void silently(List<Child> children) {
    for (var child : children) {
      told.put(child.status().name(), child.status().state());
      deaths.put(child.status().name(), child.status().deaths());
    }
  }

  void show(List<Child> children) {
    for (var child : children) {
      show(child.status());
    }
    if (lastWord.plus(LATE).isBefore(Instant.now())) {
      children.stream()
          .map(Child::status)
          .filter(status -> status.state() != ChildState.READY)
          .forEach(status -> say(status, "up.late"));
      lastWord = Instant.now();
    }
  }

  private void show(ChildStatus status) {
    if (status.deaths() > deaths.getOrDefault(status.name(), 0)) {
      deaths.put(status.name(), status.deaths());
      say(status, "up.died");
    }
    if (told.put(status.name(), status.state()) == status.state()) {
      return;
    }
    switch (status.state()) {
      case READY -> say(status, "up.ready");
      case UNHEALTHY -> say(status, "up.unhealthy");
      case STARTING, RESTARTING, STOPPED -> {
        // The start of each is expected, and an end is told by its cause.
      }
    }
  }

  private void say(ChildStatus status, String key) {
    lastWord = Instant.now();
    var name = status.name() + " ".repeat(width - status.name().length());
    var seconds = "%5.1f".formatted(elapsed().toMillis() / 1000.0);
    var reason = Reasons.of(status.reason());
    System.out.println(Texts.of(key, seconds, name, reason));
  }
}
