package dev.musubi.listings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing with its place in life. Every change makes a new value with the next version.
 *
 * @param version starts at 1 and grows by one with each change
 * @param source and externalId: where it was imported from, if it was
 * @param reason why it left the market, or null
 * @param expiresOn last day of its longest living right, or null when unknown
 * @param publishedAt when it was first published, or null
 */
public record Listing(
    UUID id,
    UUID organisationId,
    long version,
    Status status,
    ListingContent content,
    @Nullable String source,
    @Nullable String externalId,
    @Nullable String reason,
    @Nullable LocalDate expiresOn,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt) {

  /** Where a listing stands. */
  public enum Status {
    /** Seen by its organisation alone. */
    DRAFT,
    PUBLISHED,
    /** Taken back by its organisation, or because it may no longer be shown. */
    WITHDRAWN,
    /** Its rights have ended. */
    LAPSED,
    /** A deal took it. */
    LICENSED_EXCLUSIVELY,
    /** A deal took it for good. */
    SOLD;

    /** Whether its organisation may publish it from here. */
    public boolean mayBePublished() {
      return this == DRAFT || this == WITHDRAWN || this == LAPSED;
    }

    /** Whether its content may still be changed. */
    public boolean mayBeEdited() {
      return this != SOLD;
    }
  }

  /** A new draft. */
  public static Listing draft(
      UUID id, UUID organisation, ListingContent content, LocalDate today, Instant now) {
    return new Listing(
        id,
        organisation,
        1,
        Status.DRAFT,
        content,
        null,
        null,
        null,
        RightLife.lastDay(content.rights(), today).orElse(null),
        now,
        now,
        null);
  }

  /** The same draft, known by its identity in a source. */
  public Listing from(String source, @Nullable String externalId) {
    return new Listing(
        id,
        organisationId,
        version,
        status,
        content,
        source,
        externalId,
        reason,
        expiresOn,
        createdAt,
        changedAt,
        publishedAt);
  }

  public Listing withContent(ListingContent other, LocalDate today, Instant now) {
    LocalDate end = RightLife.lastDay(other.rights(), today).orElse(null);
    return new Listing(
        id,
        organisationId,
        version + 1,
        status,
        other,
        source,
        externalId,
        reason,
        end,
        createdAt,
        now,
        publishedAt);
  }

  /** Put on offer with the change that made this value, and not as a change of its own. */
  public Listing asPublished(Instant now) {
    return new Listing(
        id,
        organisationId,
        version,
        Status.PUBLISHED,
        content,
        source,
        externalId,
        null,
        expiresOn,
        createdAt,
        now,
        publishedAt == null ? now : publishedAt);
  }

  /** Taken off the market with the change that made this value. */
  public Listing asMoved(Status to, String why) {
    return new Listing(
        id,
        organisationId,
        version,
        to,
        content,
        source,
        externalId,
        why,
        expiresOn,
        createdAt,
        changedAt,
        publishedAt);
  }

  public Listing published(Instant now) {
    return moved(Status.PUBLISHED, null, now, publishedAt == null ? now : publishedAt);
  }

  /** Leaves the market, or comes to rest elsewhere. */
  public Listing moved(Status to, @Nullable String why, Instant now) {
    return moved(to, why, now, publishedAt);
  }

  /** Nothing but the version: what is shown changed by something beside the content. */
  public Listing touched(Instant now) {
    return moved(status, reason, now, publishedAt);
  }

  private Listing moved(
      Status to, @Nullable String why, Instant now, @Nullable Instant firstPublished) {
    return new Listing(
        id,
        organisationId,
        version + 1,
        to,
        content,
        source,
        externalId,
        why,
        expiresOn,
        createdAt,
        now,
        firstPublished);
  }

  public boolean isOnOffer() {
    return status == Status.PUBLISHED;
  }
}
