package dev.musubi.deals.domain;

import dev.musubi.model.event.ListingState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why something cannot be done with a deal. */
public sealed interface Refused {
  /** Only firms that look for technology ask, and brokers for them. */
  record NotASeeker() implements Refused {}

  /** The broker has no mandate of this firm, or none any more. */
  record NoMandate() implements Refused {}

  record OwnListing() implements Refused {}

  /** The patent is no longer on offer. */
  record ListingNotOpen(ListingState.State state) implements Refused {}

  /**
   * A co-owner has not consented, without whom nobody may be licensed (Patent Act, article 73
   * paragraph 3).
   */
  record ConsentMissing() implements Refused {}

  /**
   * A promise to a joint-research partner covers everything that is on offer.
   *
   * @param until the promise's last day, or null when it lasts as long as the right
   */
  record Protected(@Nullable LocalDate until) implements Refused {}

  /** The firm has asked about this patent already, and that deal is open. */
  record AlreadyOpen(UUID deal) implements Refused {}

  /** The inquiry was answered or withdrawn before. */
  record NoLongerAnInquiry() implements Refused {}

  /** Talks that have not begun cannot be closed: an inquiry is answered or withdrawn. */
  record NotInTalks() implements Refused {}

  /** The deal has ended; nothing can be added to it. */
  record Ended() implements Refused {}

  /** The owner knows the firm's name already. */
  record NotAnonymous() implements Refused {}
}
