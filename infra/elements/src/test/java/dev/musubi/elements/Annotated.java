package dev.musubi.elements;

import dev.musubi.model.event.NeedState.Elements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Sentences with the elements that a person saw in them, and how well rules agree with the person.
 * A drawn phrase agrees with a person's if at least half of their pairs of letters are the same
 * (Dice), so that "掃除の回数を減らす" and "回数を減らす" agree and "減らす" does not.
 */
record Annotated(String half, String lang, String text, Map<Element, List<String>> elements) {
  private static final double SAME = 0.5;

  /** The sentences of the test data. */
  static List<Annotated> read() {
    try (var in = Annotated.class.getResourceAsStream("/elements/annotated.tsv")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Annotated::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Annotated of(String line) {
    var cells = line.split("\t", -1);
    var elements = new EnumMap<Element, List<String>>(Element.class);
    for (var element : Element.values()) {
      var cell = cells[3 + element.ordinal()];
      elements.put(element, cell.isEmpty() ? List.of() : List.of(cell.split("\\|")));
    }
    return new Annotated(cells[0], cells[1], cells[2], elements);
  }

  List<String> of(Element element) {
    return elements.getOrDefault(element, List.of());
  }

  /** Counts of one element in one half and language. */
  record Score(int drawn, int right, int wanted, int found) {
    static final Score NONE = new Score(0, 0, 0, 0);

    Score and(Score other) {
      return new Score(
          drawn + other.drawn, right + other.right, wanted + other.wanted, found + other.found);
    }

    double precision() {
      return drawn == 0 ? 1 : (double) right / drawn;
    }

    double recall() {
      return wanted == 0 ? 1 : (double) found / wanted;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.2f (%d of %d)  recall %.2f (%d of %d)",
          precision(),
          right,
          drawn,
          recall(),
          found,
          wanted);
    }
  }

  Score score(Element element, Elements drawn) {
    var mine = of(element);
    var theirs = element.in(drawn);
    var right = theirs.stream().filter(it -> mine.stream().anyMatch(one -> agree(it, one))).count();
    var found = mine.stream().filter(it -> theirs.stream().anyMatch(one -> agree(it, one))).count();
    return new Score(theirs.size(), (int) right, mine.size(), (int) found);
  }

  static boolean agree(String one, String other) {
    var pairs = pairs(one);
    var others = new HashMap<String, Integer>();
    pairs(other).forEach(it -> others.merge(it, 1, Integer::sum));
    var common = 0;
    for (var pair : pairs) {
      if (others.merge(pair, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return 2.0 * common / (pairs.size() + pairs(other).size()) >= SAME;
  }

  private static List<String> pairs(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
    var pairs = new ArrayList<String>(Arrays.asList(plain.length() < 2 ? plain : ""));
    for (var at = 0; at + 2 <= plain.length(); at++) {
      pairs.add(plain.substring(at, at + 2));
    }
    pairs.removeIf(String::isEmpty);
    return pairs;
  }
}
