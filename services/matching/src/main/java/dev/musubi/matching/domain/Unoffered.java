package dev.musubi.matching.domain;

import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Right.Kind;
import dev.musubi.model.event.ListingState.Right.Status;
import java.util.List;
import java.util.Set;

/**
 * What everybody may know of a patent that is not on offer: what its gazettes say. The words of the
 * listing were written for an offer that does not stand any more, and why it does not stand is a
 * matter between the parties; neither is shown. Of what a joint-research partner has been promised
 * nothing is shown at all, and a right that has ended stands in nobody's way.
 */
public final class Unoffered {
  private static final Set<Status> IN_THE_WAY = Set.of(Status.PENDING, Status.GRANTED);
  private static final Set<Kind> WITH_GAZETTES = Set.of(Kind.PATENT, Kind.UTILITY_MODEL);

  private Unoffered() {}

  /** The rights that may be shown; none when the listing is on offer or must not be shown. */
  public static List<Right> rights(ListingState listing) {
    var shown =
        switch (listing.state()) {
          case WITHDRAWN, LICENSED_EXCLUSIVELY, SOLD -> listing.protection() == null;
          case PUBLISHED, LAPSED -> false;
        };
    return shown
        ? listing.rights().stream().filter(Unoffered::isPublic).map(Unoffered::bare).toList()
        : List.of();
  }

  private static boolean isPublic(Right right) {
    return WITH_GAZETTES.contains(right.kind())
        && IN_THE_WAY.contains(right.status())
        && (right.publicationNumber() != null || right.registrationNumber() != null);
  }

  /** Without what an office does not publish of every right. */
  private static Right bare(Right right) {
    return new Right(
        right.kind(),
        right.jurisdiction(),
        null,
        right.publicationNumber(),
        right.registrationNumber(),
        right.inventionTitle(),
        null,
        null,
        null,
        null,
        right.status());
  }
}
