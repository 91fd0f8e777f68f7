package dev.musubi.listings.domain;

import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the listing organisation writes about a listing. It may be as raw as a row of a file:
 * {@link ContentRules#check} brings it into canonical form and says what cannot be so.
 *
 * @param texts at most one a language
 * @param rights patents and applications
 * @param owners right holders in the order of the register; empty when the listing organisation is
 *     the only one
 * @param fields technical fields, by code or name; unknown ones stay as written
 * @param functions functions, by code or name
 * @param prefecture code or name, or null: then the listing organisation's counts
 * @param jsic industries of use
 * @param trl 1 to 9
 * @param protection promise to a joint-research partner, or null
 * @param discloseUnpublished the owner's explicit wish to list an application that the patent
 *     office has not laid open yet; then only seven minimal fields are shown
 * @param sample invented sample data
 * @param attributes what an imported file said beside all this; seen by the owner alone
 */
public record ListingContent(
    List<Text> texts,
    List<Right> rights,
    List<Owner> owners,
    List<Offer> offers,
    Classifications classifications,
    List<String> fields,
    List<String> functions,
    @Nullable String prefecture,
    List<String> jsic,
    @Nullable Integer trl,
    @Nullable Protection protection,
    boolean discloseUnpublished,
    boolean sample,
    Map<String, String> attributes) {

  public ListingContent {
    texts = texts == null ? List.of() : List.copyOf(texts);
    rights = rights == null ? List.of() : List.copyOf(rights);
    owners = owners == null ? List.of() : List.copyOf(owners);
    offers = offers == null ? List.of() : List.copyOf(offers);
    classifications = classifications == null ? Classifications.NONE : classifications;
    fields = fields == null ? List.of() : List.copyOf(fields);
    functions = functions == null ? List.of() : List.copyOf(functions);
    jsic = jsic == null ? List.of() : List.copyOf(jsic);
    // Sorted, so that the same content always has the same bytes.
    attributes =
        attributes == null || attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /**
   * A right holder as written.
   *
   * @param consentRecorded the listing organisation declares that it holds this owner's written
   *     consent; goes into the ledger of consents, where an answer of the owner's own counts more
   */
  public record Owner(
      String name,
      @Nullable UUID organisationId,
      @Nullable String corporateNumber,
      boolean consentRecorded) {}

  /**
   * The promise to a joint-research partner: no licence of these kinds to others without the
   * partner's consent.
   *
   * @param project of the joint research
   * @param partnerOrganisationId when the partner is a member; then it can answer for itself
   * @param until last day of the promise, or null for the life of the right
   * @param kinds offers that need the consent
   */
  public record Protection(
      @Nullable String project,
      String partnerName,
      @Nullable UUID partnerOrganisationId,
      @Nullable LocalDate until,
      List<Offer.Kind> kinds) {
    public Protection {
      kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    /** Whether the promise still binds. */
    public boolean isInForce(LocalDate today) {
      return until == null || !until.isBefore(today);
    }
  }
}
