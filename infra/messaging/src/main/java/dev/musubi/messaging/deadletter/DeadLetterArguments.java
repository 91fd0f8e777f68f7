package dev.musubi.messaging.deadletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line, understood. */
record DeadLetterArguments(
    Verb verb, List<LetterId> ids, Map<String, String> values, Set<String> switches) {
  private static final Set<String> WITH_VALUE =
      Set.of("--consumer", "--limit", "--note", "--kafka");
  private static final Set<String> WITHOUT = Set.of("--all", "--always");

  enum Verb {
    LIST,
    SHOW,
    REPLAY,
    DROP
  }

  static DeadLetterArguments parse(String[] arguments) {
    Deque<String> words = new ArrayDeque<>(List.of(arguments));
    Verb verb = verb(words.isEmpty() ? "" : words.removeFirst());
    List<LetterId> ids = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    Set<String> switches = new HashSet<>();
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      if (WITHOUT.contains(word)) {
        switches.add(word);
      } else if (WITH_VALUE.contains(word) && !words.isEmpty()) {
        values.put(word, words.removeFirst());
      } else {
        ids.add(LetterId.parse(word));
      }
    }
    DeadLetterArguments parsed = new DeadLetterArguments(verb, ids, values, switches);
    parsed.check();
    return parsed;
  }

  private static Verb verb(String word) {
    return switch (word) {
      case "list" -> Verb.LIST;
      case "show" -> Verb.SHOW;
      case "replay" -> Verb.REPLAY;
      case "drop" -> Verb.DROP;
      default -> throw new IllegalArgumentException("what is to be done: \"" + word + "\"?");
    };
  }

  private void check() {
    switch (verb) {
      case LIST -> limit();
      case SHOW -> require(ids.size() == 1, "show takes one name");
      case REPLAY -> require(namesSome(), "name dead letters, or a consumer by --consumer");
      case DROP -> {
        require(namesSome(), "name dead letters, or a consumer by --consumer");
        require(!note().isBlank(), "say why by --note TEXT: what is dropped is not handled again");
      }
    }
  }

  private boolean namesSome() {
    return ids.isEmpty() == consumer().isPresent();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  Optional<String> consumer() {
    return Optional.ofNullable(values.get("--consumer"));
  }

  Optional<String> kafka() {
    return Optional.ofNullable(values.get("--kafka"));
  }

  String note() {
    return values.getOrDefault("--note", "");
  }

  int limit() {
    String text = values.getOrDefault("--limit", "1000");
    require(text.matches("[1-9][0-9]{0,8}"), "--limit takes a number");
    return Integer.parseInt(text);
  }

  boolean showsDecided() {
    return switches.contains("--all");
  }

  Replay replay() {
    return switches.contains("--always") ? Replay.ALWAYS : Replay.IF_NEWEST;
  }
}
