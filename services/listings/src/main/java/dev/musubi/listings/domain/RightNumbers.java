package dev.musubi.listings.domain;

import dev.musubi.model.PatentNumber;
import dev.musubi.model.PatentNumber.Type;
import dev.musubi.model.event.ListingState.Right;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of a right as typed values: a right holds only their digits. */
public final class RightNumbers {
  private RightNumbers() {}

  /** The number of the application, when there is one. */
  public static Optional<PatentNumber> application(Right right) {
    return read(right.applicationNumber(), right, expectedApplication(right));
  }

  /** The number of the publication, when there is one. */
  public static Optional<PatentNumber> publication(Right right) {
    return read(right.publicationNumber(), right, expectedPublication(right));
  }

  /** The number of the registration, when there is one. */
  public static Optional<PatentNumber> registration(Right right) {
    return read(right.registrationNumber(), right, expectedRegistration(right));
  }

  /** What identifies the right, whatever number it is known by. */
  public static Set<String> keys(Right right) {
    Set<String> keys = new LinkedHashSet<>();
    application(right).map(PatentNumber::key).ifPresent(keys::add);
    publication(right).map(PatentNumber::key).ifPresent(keys::add);
    registration(right).map(PatentNumber::key).ifPresent(keys::add);
    return keys;
  }

  static Type expectedApplication(Right right) {
    if (isInternational(right)) {
      return Type.INTERNATIONAL_APPLICATION;
    }
    return switch (right.kind()) {
      case UTILITY_MODEL -> Type.UTILITY_APPLICATION;
      case DESIGN -> Type.DESIGN_APPLICATION;
      case PATENT, KNOW_HOW -> Type.APPLICATION;
    };
  }

  static Type expectedPublication(Right right) {
    if (isInternational(right)) {
      return Type.INTERNATIONAL_PUBLICATION;
    }
    return right.kind() == Right.Kind.UTILITY_MODEL ? Type.UTILITY_PUBLICATION : Type.PUBLICATION;
  }

  static Type expectedRegistration(Right right) {
    return switch (right.kind()) {
      case UTILITY_MODEL -> Type.UTILITY_REGISTRATION;
      case DESIGN -> Type.DESIGN_REGISTRATION;
      case PATENT, KNOW_HOW -> Type.REGISTRATION;
    };
  }

  private static boolean isInternational(Right right) {
    return right.jurisdiction().equals("WO");
  }

  private static Optional<PatentNumber> read(@Nullable String number, Right right, Type expected) {
    return number == null
        ? Optional.empty()
        : PatentNumber.tryParse(number, right.jurisdiction(), expected);
  }
}
