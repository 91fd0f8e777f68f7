package dev.musubi.listings.domain;

import dev.musubi.model.PatentNumber;
import dev.musubi.model.PatentNumber.Type;
import dev.musubi.model.event.ListingState.Right;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Brings one right into canonical form. */
final class RightRules {
  private static final LocalDate FIRST_PATENT = LocalDate.of(1885, 1, 1);

  private final Right raw;
  private final String at;
  private final FaultList faults;
  private final LocalDate today;

  RightRules(Right raw, String at, FaultList faults, LocalDate today) {
    this.raw = raw;
    this.at = at;
    this.faults = faults;
    this.today = today;
  }

  Right right() {
    String jurisdiction = raw.jurisdiction().strip().toUpperCase(Locale.ROOT);
    if (!jurisdiction.matches("[A-Z]{2}")) {
      faults.add(at + "/jurisdiction", "jurisdiction");
      jurisdiction = "JP";
    }
    Right known = withJurisdiction(jurisdiction);
    dates();
    return new Right(
        raw.kind(),
        jurisdiction,
        number(
            raw.applicationNumber(),
            known,
            RightNumbers.expectedApplication(known),
            Type::isApplication,
            "applicationNumber"),
        number(
            raw.publicationNumber(),
            known,
            RightNumbers.expectedPublication(known),
            type -> !type.isApplication() && !type.isRegistration(),
            "publicationNumber"),
        number(
            raw.registrationNumber(),
            known,
            RightNumbers.expectedRegistration(known),
            Type::isRegistration,
            "registrationNumber"),
        faults.optional(raw.inventionTitle(), ContentRules.SENTENCE, at + "/inventionTitle"),
        raw.filedOn(),
        raw.publishedOn(),
        raw.registeredOn(),
        raw.expiresOn(),
        raw.status());
  }

  private @Nullable String number(
      @Nullable String written, Right right, Type expected, Predicate<Type> fits, String field) {
    if (written == null || written.isBlank()) {
      return null;
    }
    Optional<PatentNumber> read = PatentNumber.tryParse(written, right.jurisdiction(), expected);
    if (read.isEmpty()) {
      faults.add(at + "/" + field, field);
      return null;
    }
    PatentNumber number = read.get();
    if (!fits.test(number.type())) {
      faults.add(at + "/" + field, "other-number");
    } else if (!number.office().equals(right.jurisdiction())) {
      faults.add(at + "/" + field, "other-office");
    }
    return number.number();
  }

  private void dates() {
    notInFuture(raw.filedOn(), "filedOn");
    notInFuture(raw.registeredOn(), "registeredOn");
    ordered(raw.filedOn(), raw.publishedOn(), "publishedOn");
    ordered(raw.filedOn(), raw.registeredOn(), "registeredOn");
    ordered(raw.filedOn(), raw.expiresOn(), "expiresOn");
    ordered(raw.registeredOn(), raw.expiresOn(), "expiresOn");
  }

  private void notInFuture(@Nullable LocalDate date, String field) {
    if (date != null && (date.isAfter(today) || date.isBefore(FIRST_PATENT))) {
      faults.add(at + "/" + field, "date-range");
    }
  }

  private void ordered(@Nullable LocalDate before, @Nullable LocalDate after, String field) {
    if (before != null && after != null && after.isBefore(before)) {
      faults.add(at + "/" + field, "date-order");
    }
  }

  private Right withJurisdiction(String jurisdiction) {
    return new Right(
        raw.kind(), jurisdiction, null, null, null, null, null, null, null, null, raw.status());
  }
}
