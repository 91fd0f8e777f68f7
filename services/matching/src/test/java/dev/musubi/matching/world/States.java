package dev.musubi.matching.world;

import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Listings, needs and organisations, to be changed where a test wants it. */
public final class States {
  public static final UUID OWNER = UUID.fromString("0197a1c2-7b1e-7c44-9a10-00000000a001");
  public static final UUID FIRM = UUID.fromString("0197a1c2-7b1e-7c44-9a10-00000000b001");

  /** Long before any test: a listing that is not news. */
  private static final Instant EARLY = Instant.parse("2026-01-05T00:00:00Z");

  private States() {}

  /** A published listing in Japanese. */
  public static ListingState listing(String title, String problem) {
    return listing(
        Ids.next(), 1, ListingState.State.PUBLISHED, List.of(text("ja", title, problem)));
  }

  /** A published listing in English. */
  public static ListingState english(String title, String problem) {
    return listing(
        Ids.next(), 1, ListingState.State.PUBLISHED, List.of(text("en", title, problem)));
  }

  public static ListingState.Text text(String lang, String title, String problem) {
    return new ListingState.Text(lang, title, null, problem, null, null, null, null);
  }

  public static ListingState listing(
      UUID id, long version, ListingState.State state, List<ListingState.Text> texts) {
    return new ListingState(
        id,
        version,
        OWNER,
        state,
        texts,
        List.of(right()),
        List.of(new ListingState.Owner("みなと大学", OWNER, null, true)),
        List.of(offer(ListingState.Offer.Kind.NON_EXCLUSIVE)),
        new ListingState.Classifications(List.of("B07C5/342"), List.of(), List.of(), List.of()),
        List.of("MACHINERY"),
        List.of(),
        "27",
        List.of(),
        5,
        null,
        LocalDate.of(2040, 3, 31),
        false,
        false,
        EARLY,
        EARLY);
  }

  private static ListingState.Right right() {
    return new ListingState.Right(
        ListingState.Right.Kind.PATENT,
        "JP",
        null,
        null,
        "6543210",
        null,
        null,
        null,
        null,
        LocalDate.of(2040, 3, 31),
        ListingState.Right.Status.GRANTED);
  }

  public static ListingState.Offer offer(ListingState.Offer.Kind kind) {
    return new ListingState.Offer(kind, null, null, null, null, null, null);
  }

  /** The next version, in another state. */
  public static ListingState next(ListingState listing, ListingState.State state) {
    return copy(listing, listing.version() + 1, state, listing.texts(), listing.protection());
  }

  /** The next version, with another text. */
  public static ListingState next(ListingState listing, String title, String problem) {
    var texts = List.of(text("ja", title, problem));
    return copy(listing, listing.version() + 1, listing.state(), texts, listing.protection());
  }

  /** The next version, promised to a partner. */
  public static ListingState next(ListingState listing, ListingState.Protection protection) {
    return copy(listing, listing.version() + 1, listing.state(), listing.texts(), protection);
  }

  private static ListingState copy(
      ListingState listing,
      long version,
      ListingState.State state,
      List<ListingState.Text> texts,
      ListingState.@Nullable Protection protection) {
    return new ListingState(
        listing.id(),
        version,
        listing.organisationId(),
        state,
        texts,
        listing.rights(),
        listing.owners(),
        listing.offers(),
        listing.classifications(),
        listing.fields(),
        listing.functions(),
        listing.prefecture(),
        listing.jsic(),
        listing.trl(),
        protection,
        listing.expiresOn(),
        listing.sample(),
        listing.bulk(),
        listing.publishedAt(),
        Instant.now());
  }

  /** An active need. */
  public static NeedState need(String title, String text) {
    return need(Ids.next(), 1, NeedState.State.ACTIVE, title, text, NeedState.Visibility.PUBLIC);
  }

  public static NeedState need(
      UUID id,
      long version,
      NeedState.State state,
      String title,
      String text,
      NeedState.Visibility visibility) {
    return new NeedState(
        id,
        version,
        FIRM,
        state,
        "ja",
        title,
        text,
        new NeedState.Elements(List.of(), List.of(), List.of(), List.of(), List.of()),
        new NeedState.Constraints(List.of(), List.of(), null, null, List.of()),
        List.of(NeedState.Want.LICENCE),
        visibility,
        new NeedState.Alerts(NeedState.Alerts.Frequency.AT_ONCE, 5),
        "13",
        List.of(),
        false,
        EARLY,
        EARLY);
  }

  /** The next version, in another state. */
  public static NeedState next(NeedState need, NeedState.State state) {
    return need(need.id(), need.version() + 1, state, need.title(), need.text(), need.visibility());
  }

  public static OrganisationState organisation(
      UUID id, OrganisationKind kind, String name, List<UUID> mandates) {
    return new OrganisationState(
        id, 1, kind, name, null, null, "27", List.of(), null, null, null, mandates, false, EARLY);
  }
}
