package dev.musubi.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of one direction, kept as its own file in memory: lines sorted by key, found by
 * binary search. Three hundred thousand entries take as many megabytes as their text, a fifth of
 * what a map of strings would.
 *
 * <p>A line is {@code key TAB rendering|weight [TAB rendering|weight …]}, weights in hundredths,
 * sorted by the unsigned bytes of the key in UTF-8.
 */
final class Entries {
  private final byte[] text;
  private final int[] starts;

  private Entries(byte[] text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  static Entries read(String resource) {
    try (InputStream in = Entries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The dictionary " + resource + " is missing from the build");
      }
      byte[] text = new GZIPInputStream(in, 1 << 16).readAllBytes();
      return new Entries(text, lineStarts(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] lineStarts(byte[] text) {
    int[] starts = new int[1 << 19];
    int count = 0;
    for (int i = 0; i < text.length; i++) {
      if (i == 0 || text[i - 1] == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  int size() {
    return starts.length;
  }

  /** The renderings of a key, or null when it is no entry. */
  @Nullable List<Translated.Rendering> find(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareKey(starts[middle], wanted);
      if (order == 0) {
        return renderings(starts[middle] + wanted.length + 1);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  private int compareKey(int start, byte[] wanted) {
    for (int i = 0; ; i++) {
      boolean keyEnds = text[start + i] == '\t';
      boolean wantedEnds = i == wanted.length;
      if (keyEnds || wantedEnds) {
        return keyEnds && wantedEnds ? 0 : keyEnds ? -1 : 1;
      }
      int order = Byte.compareUnsigned(text[start + i], wanted[i]);
      if (order != 0) {
        return order;
      }
    }
  }

  private List<Translated.Rendering> renderings(int from) {
    int to = from;
    while (to < text.length && text[to] != '\n') {
      to++;
    }
    List<Translated.Rendering> found = new ArrayList<>();
    for (String part : new String(text, from, to - from, StandardCharsets.UTF_8).split("\t", -1)) {
      int bar = part.lastIndexOf('|');
      double weight = Integer.parseInt(part.substring(bar + 1)) / 100.0;
      found.add(new Translated.Rendering(part.substring(0, bar), weight));
    }
    return List.copyOf(found);
  }
}
