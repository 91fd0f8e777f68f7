package dev.musubi.listings.domain;

import dev.musubi.model.event.NeedState.Elements;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the owner's own elements into form. An owner who names none leaves them to be drawn. */
final class ElementRules {
  private static final int MOST = 20;
  private static final int LONGEST = 100;

  private final String pointer;
  private final FaultList faults;

  private ElementRules(String pointer, FaultList faults) {
    this.pointer = pointer;
    this.faults = faults;
  }

  /** The elements in form, or null when there are none. */
  static @Nullable Elements check(@Nullable Elements raw, String pointer, FaultList faults) {
    if (raw == null) {
      return null;
    }
    ElementRules rules = new ElementRules(pointer, faults);
    Elements read =
        new Elements(
            rules.read(raw.material()),
            rules.read(raw.method()),
            rules.read(raw.efficacy()),
            rules.read(raw.product()),
            rules.read(raw.application()));
    return isEmpty(read) ? null : read;
  }

  private List<String> read(List<String> phrases) {
    faults.atMost(phrases, MOST, pointer);
    return phrases.stream()
        .limit(MOST)
        .map(it -> faults.optional(it, LONGEST, pointer))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static boolean isEmpty(Elements it) {
    return Stream.of(it.material(), it.method(), it.efficacy(), it.product(), it.application())
        .allMatch(List::isEmpty);
  }
}
