package dev.musubi.elements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language, read from a resource of sections: {@code [name]}, then words by
 * blanks, or {@code forms = meaning} a line. A blank within a word is written {@code \ }.
 */
final class WordLists {
  private static final String ESCAPED = "\uE000";

  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

  private WordLists() {}

  static WordLists read(String resource) {
    var lists = new WordLists();
    try (var in = WordLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no resource " + resource);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      var section = new String[] {""};
      lines
          .filter(it -> !it.isBlank() && !it.startsWith("#"))
          .forEach(it -> lists.add(section, it));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return lists;
  }

  private void add(String[] section, String line) {
    if (line.startsWith("[")) {
      section[0] = line.substring(1, line.indexOf(']'));
      return;
    }
    var into = sections.computeIfAbsent(section[0], _ -> new LinkedHashMap<>());
    var sides = line.replace("\\ ", ESCAPED).split(" = ", 2);
    Arrays.stream(sides[0].strip().split("\\s+"))
        .map(it -> it.replace(ESCAPED, " "))
        .forEach(it -> into.putIfAbsent(it, sides.length > 1 ? sides[1].strip() : it));
  }

  Set<String> words(String section) {
    return new LinkedHashSet<>(entries(section).keySet());
  }

  /** Forms with what they mean. */
  Map<String, String> entries(String section) {
    var entries = sections.get(section);
    if (entries == null) {
      throw new IllegalStateException("There is no section " + section);
    }
    return entries;
  }

  /** An alternation of the section's words, the longest first. */
  String anyOf(String section) {
    return anyOf(words(section));
  }

  static String anyOf(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** The longest word of a set with which the text ends, or null. */
  static @Nullable String ending(String text, Set<String> words, int longest) {
    for (var length = Math.min(longest, text.length()); length > 0; length--) {
      var end = text.substring(text.length() - length);
      if (words.contains(end)) {
        return end;
      }
    }
    return null;
  }
}
