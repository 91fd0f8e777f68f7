package dev.musubi.web.search;

import dev.musubi.model.PatentNumber;
import dev.musubi.model.event.ListingState.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A right as a line of a table.
 *
 * @param numbers as the office prints them, each with its page at J-PlatPat where it has one
 */
public record RightLine(Right right, List<Number> numbers) {
  /** Made of a right. */
  public static RightLine of(Right right) {
    List<Number> numbers = new ArrayList<>();
    number(right, right.registrationNumber(), kind(right, "REGISTRATION")).ifPresent(numbers::add);
    number(right, right.publicationNumber(), kind(right, "PUBLICATION")).ifPresent(numbers::add);
    number(right, right.applicationNumber(), kind(right, "APPLICATION")).ifPresent(numbers::add);
    return new RightLine(right, List.copyOf(numbers));
  }

  private static Optional<Number> number(
      Right right, @Nullable String written, PatentNumber.Type type) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        PatentNumber.tryParse(written, right.jurisdiction(), type)
            .map(known -> new Number(known.display(), known.jPlatPatLink().orElse(null)))
            .orElseGet(() -> new Number(written, null)));
  }

  private static PatentNumber.Type kind(Right right, String what) {
    String prefix =
        switch (right.kind()) {
          case UTILITY_MODEL -> "UTILITY_";
          case DESIGN -> "DESIGN_";
          case PATENT, KNOW_HOW -> "";
        };
    String international = right.jurisdiction().equals("WO") ? "INTERNATIONAL_" : prefix;
    try {
      return PatentNumber.Type.valueOf(international + what);
    } catch (IllegalArgumentException noSuchType) {
      return PatentNumber.Type.valueOf(what);
    }
  }

  /** A number; the link may be null. */
  public record Number(String text, @Nullable String link) {}
}
