package dev.musubi.listings.application;

import dev.musubi.listings.domain.Listing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where listings are kept. Changes run in the caller's transaction. */
public interface Listings {
  Optional<Listing> find(UUID id);

  /** As {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Listing> lock(UUID id);

  void insert(Listing listing);

  /**
   * @param edited whether a person changed the content, so that an import no longer replaces it
   */
  void update(Listing listing, boolean edited);

  void delete(UUID id);

  /** An organisation's own, newest first. */
  List<Listing> ofOrganisation(
      UUID organisation, @Nullable Set<Listing.Status> statuses, @Nullable UUID after, int limit);

  /** Those in which another organisation is named as co-owner or partner, newest first. */
  List<Listing> naming(UUID organisation, @Nullable UUID after, int limit);

  /**
   * Published listings whose public state changes by the calendar until this day, locked; those
   * that another instance works on are left out.
   */
  List<Listing> lockTurning(LocalDate today, int limit);

  /** Those that this deal took off the market, locked. */
  List<Listing> lockTakenBy(String reason);

  /** One bulk at a time for each organisation, until the transaction ends. */
  void lockOrganisation(UUID organisation);

  /** Imported listings by their identity in a source, locked. */
  Map<String, Imported> lockByExternalId(
      UUID organisation, String source, Collection<String> externalIds);

  /** Listings of the organisation by the keys of their rights, locked. */
  Map<String, Imported> lockByRight(UUID organisation, Collection<String> rightKeys);

  /** Writes a bulk: new ones are inserted, others updated. */
  void saveAll(List<Imported> created, List<Imported> updated);

  /**
   * A listing with what an importer must know.
   *
   * @param hash of the content that was imported last, or null
   * @param edited whether a person changed it since
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Imported(Listing listing, byte @Nullable [] hash, boolean edited) {}
}
