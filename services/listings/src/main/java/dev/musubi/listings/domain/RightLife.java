package dev.musubi.listings.domain;

import dev.musubi.model.event.ListingState.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether rights live, and until when. A right without a known last day is taken to end with its
 * term by Japanese law: patents 20 years from filing (Patent Act, article 67 paragraph 1; the TRIPS
 * agreement, article 33, asks the same of other countries), utility models 10 years from filing
 * (Utility Model Act, article 15), designs 25 years from filing (Design Act, article 21). Whoever
 * holds an extended patent (article 67 paragraph 4) says so by its last day.
 */
public final class RightLife {
  private static final int PATENT_YEARS = 20;
  private static final int UTILITY_MODEL_YEARS = 10;
  private static final int DESIGN_YEARS = 25;

  /** Applications are laid open 18 months after filing (Patent Act, article 64). */
  private static final int MONTHS_UNTIL_LAID_OPEN = 18;

  private RightLife() {}

  /** Whether there is certainly nothing left to license. */
  public static boolean hasEnded(Right right, LocalDate today) {
    boolean byStatus =
        switch (right.status()) {
          case REJECTED, WITHDRAWN, LAPSED, EXPIRED -> true;
          case UNPUBLISHED, PENDING, GRANTED, UNKNOWN -> false;
        };
    if (byStatus) {
      return true;
    }
    LocalDate end = end(right);
    return end != null && end.isBefore(today);
  }

  /** Whether there are rights, and all of them have ended. */
  public static boolean haveAllEnded(List<Right> rights, LocalDate today) {
    return !rights.isEmpty() && rights.stream().allMatch(right -> hasEnded(right, today));
  }

  /** The last day of the longest right that lives; empty when one of them has no known end. */
  public static Optional<LocalDate> lastDay(List<Right> rights, LocalDate today) {
    LocalDate last = null;
    List<Right> living = rights.stream().filter(right -> !hasEnded(right, today)).toList();
    // Of rights that all have ended the last day is still worth knowing.
    for (Right right : living.isEmpty() ? rights : living) {
      LocalDate end = end(right);
      if (end == null) {
        return Optional.empty();
      }
      last = last == null || end.isAfter(last) ? end : last;
    }
    return Optional.ofNullable(last);
  }

  /** Whether the patent office has not laid it open yet, as far as can be known. */
  public static boolean isUnpublished(Right right, LocalDate today) {
    if (right.status() == Right.Status.UNPUBLISHED) {
      return true;
    }
    boolean open =
        right.publicationNumber() != null
            || right.registrationNumber() != null
            || right.status() == Right.Status.GRANTED
            || right.kind() == Right.Kind.KNOW_HOW
            || (right.publishedOn() != null && !right.publishedOn().isAfter(today));
    LocalDate filed = right.filedOn();
    return !open
        && !hasEnded(right, today)
        && filed != null
        && filed.plusMonths(MONTHS_UNTIL_LAID_OPEN).isAfter(today);
  }

  /** Whether any of them has not been laid open: then the texts could give it away. */
  public static boolean isAnyUnpublished(List<Right> rights, LocalDate today) {
    return rights.stream().anyMatch(right -> isUnpublished(right, today));
  }

  /** When it will be laid open by time alone, for those of which that can be known. */
  static Optional<LocalDate> laidOpenOn(Right right, LocalDate today) {
    LocalDate filed = right.filedOn();
    boolean byTime = right.status() != Right.Status.UNPUBLISHED && isUnpublished(right, today);
    return byTime && filed != null
        ? Optional.of(filed.plusMonths(MONTHS_UNTIL_LAID_OPEN))
        : Optional.empty();
  }

  private static @Nullable LocalDate end(Right right) {
    LocalDate filed = right.filedOn();
    if (right.expiresOn() != null || filed == null) {
      return right.expiresOn();
    }
    return switch (right.kind()) {
      case PATENT -> filed.plusYears(PATENT_YEARS);
      case UTILITY_MODEL -> filed.plusYears(UTILITY_MODEL_YEARS);
      case DESIGN -> filed.plusYears(DESIGN_YEARS);
      case KNOW_HOW -> null;
    };
  }
}
