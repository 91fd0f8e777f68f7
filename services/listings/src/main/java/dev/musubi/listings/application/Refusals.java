package dev.musubi.listings.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.Refusal;
import dev.musubi.http.VersionConflict;
import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Fault;
import dev.musubi.listings.domain.Listing;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;

/** How the rules of listings are told to callers. */
final class Refusals {
  private Refusals() {}

  static InvalidInput invalid(List<Fault> faults) {
    return new InvalidInput(
        faults.stream().map(fault -> new FieldError(fault.pointer(), fault.code())).toList());
  }

  static NotPublishable notPublishable(List<FailedCheck> failed) {
    return new NotPublishable(failed);
  }

  /** It is where this cannot be done. */
  static Refusal notNow(Listing listing) {
    return new Refusal(
            HttpStatus.CONFLICT,
            "listing-state",
            "listings.state." + listing.status().name() + ".detail")
        .with("state", listing.status().name());
  }

  static void requireVersion(Listing listing, OptionalLong seen) {
    if (seen.isPresent() && seen.getAsLong() != listing.version()) {
      throw new VersionConflict(listing.version());
    }
  }
}
