package dev.musubi.observability.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The keys that somebody reads, and those that somebody once read. Each module names its own in
 * {@code META-INF/musubi.keys}: {@code prefix = name of the record that is bound}, {@code key} for
 * a single one, {@code old -> new} for one that has moved, {@code old ->} for one that is gone.
 */
final class KnownKeys {
  private static final String FILE = "META-INF/musubi.keys";

  /** A key is written with dashes, in camel case or in capitals: compared without. */
  private final Map<String, String> known = new TreeMap<>();

  private final Map<String, String> gone = new TreeMap<>();

  static KnownKeys of(ClassLoader loader) {
    KnownKeys keys = new KnownKeys();
    try {
      for (URL file : Collections.list(loader.getResources(FILE))) {
        try (InputStream in = file.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(line -> keys.add(line, loader));
        }
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line, ClassLoader loader) {
    if (line.contains("->")) {
      String[] moved = line.split("->", 2);
      gone.put(plain(moved[0]), moved[1].strip());
    } else if (line.contains("=")) {
      String[] bound = line.split("=", 2);
      record(bound[0].strip(), type(bound[1].strip(), loader));
    } else {
      known.put(plain(line), line);
    }
  }

  private static Class<?> type(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(FILE + " names a class that there is not: " + name, e);
    }
  }

  private void record(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()) {
        record(key, component.getType());
      } else {
        boolean holdsMore = Map.class.isAssignableFrom(component.getType());
        known.put(plain(key), holdsMore ? key + ".*" : key);
      }
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String plain(String key) {
    return key.replaceAll("\\[\\d+]", "").replaceAll("[-_\\s]", "").toLowerCase(Locale.ROOT);
  }

  List<String> all() {
    return known.values().stream().sorted().toList();
  }

  boolean knows(String key) {
    String plain = plain(key);
    return known.containsKey(plain)
        || known.entrySet().stream()
            .anyMatch(it -> it.getValue().endsWith(".*") && plain.startsWith(it.getKey() + "."));
  }

  /** What took its place, empty when nothing did; absent when nobody ever read it. */
  Optional<String> successor(String key) {
    return Optional.ofNullable(gone.get(plain(key)));
  }

  /** A known key that is spelt nearly so. */
  Optional<String> nearest(String key) {
    String plain = plain(key);
    return known.keySet().stream()
        .min(Comparator.comparing(it -> distance(it, plain)))
        .filter(it -> distance(it, plain) <= Math.max(2, plain.length() / 6))
        .map(known::get);
  }

  /** Levenshtein. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
