package dev.musubi.deals.application;

import dev.musubi.deals.DealsSettings;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.DealRefused;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.InquiryRules;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.MatchFacts;
import dev.musubi.deals.domain.Message;
import dev.musubi.deals.domain.NeedFacts;
import dev.musubi.deals.domain.Progress;
import dev.musubi.deals.domain.Refused;
import dev.musubi.deals.domain.Side;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A firm, or its broker, asks an owner about a patent. */
@Service
public class OpenInquiry {
  private final Deals deals;
  private final Surroundings surroundings;
  private final Announcements announcements;
  private final DealsSettings settings;
  private final Clock clock;

  OpenInquiry(
      Deals deals,
      Surroundings surroundings,
      Announcements announcements,
      DealsSettings settings,
      Clock clock) {
    this.deals = deals;
    this.surroundings = surroundings;
    this.announcements = announcements;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @throws InvalidInput when it names a match, listing or need that the firm cannot ask from
   * @throws DealRefused when a rule stands against it
   */
  @Transactional
  public Deal open(Inquiry inquiry, Caller caller) {
    UUID organisation = Participant.editor(caller);
    Asker asker = asker(inquiry, organisation, caller);
    Pair pair = pair(inquiry, asker);
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    InquiryRules.check(pair.listing(), asker.firm(), today)
        .ifPresent(
            reason -> {
              throw new DealRefused(reason);
            });
    Deal deal = deal(inquiry, asker, pair);
    insert(deal);
    deals.write(
        new Message(
            Ids.next(),
            deal.id(),
            asker.broker() == null ? Side.SEEKER : Side.BROKER,
            caller.subject(),
            inquiry.message(),
            deal.openedAt(),
            false));
    announcements.tell("inquired", deal);
    return deal;
  }

  /** An open deal that stood against it may have ended before its id was read: then once more. */
  private void insert(Deal deal) {
    while (!deals.insert(deal)) {
      Optional<UUID> open = deals.open(deal.listing(), deal.seeker());
      if (open.isPresent()) {
        throw new DealRefused(new Refused.AlreadyOpen(open.get()));
      }
    }
  }

  private Asker asker(Inquiry inquiry, UUID organisation, Caller caller) {
    UUID firm = inquiry.onBehalfOf();
    if (caller.kind() == OrganisationKind.BROKER) {
      if (firm == null) {
        throw new InvalidInput(new FieldError("/onBehalfOf", "required"));
      }
      FirmFacts client =
          surroundings
              .firm(firm)
              .filter(it -> it.mandates().contains(organisation))
              .orElseThrow(() -> new DealRefused(new Refused.NoMandate()));
      return new Asker(client, organisation);
    }
    if (caller.kind() != OrganisationKind.SEEKER) {
      throw new DealRefused(new Refused.NotASeeker());
    }
    if (firm != null && !firm.equals(organisation)) {
      throw new DealRefused(new Refused.NoMandate());
    }
    // The token vouches for the kind even when no event has told of the firm yet.
    FirmFacts self =
        surroundings
            .firm(organisation)
            .orElseGet(
                () -> new FirmFacts(organisation, OrganisationKind.SEEKER, "", null, Set.of()));
    return new Asker(self, null);
  }

  private Pair pair(Inquiry inquiry, Asker asker) {
    UUID id = inquiry.matchId();
    if (id != null) {
      MatchFacts match =
          surroundings
              .match(id)
              .filter(it -> it.firm().equals(asker.firm().id()))
              .orElseThrow(() -> new InvalidInput(new FieldError("/matchId", "match")));
      NeedFacts need =
          need(match.need(), asker)
              .orElseThrow(() -> new InvalidInput(new FieldError("/matchId", "match")));
      requireSame(inquiry, match);
      return new Pair(listing(match.listing(), "/matchId"), need, match.id());
    }
    UUID listing = inquiry.listingId();
    if (listing == null) {
      throw new InvalidInput(new FieldError("/listingId", "required"));
    }
    UUID need = inquiry.needId();
    NeedFacts from =
        need == null
            ? null
            : need(need, asker)
                .orElseThrow(() -> new InvalidInput(new FieldError("/needId", "need")));
    return new Pair(listing(listing, "/listingId"), from, null);
  }

  /** Who names the pair beside the match must mean the same pair. */
  private static void requireSame(Inquiry inquiry, MatchFacts match) {
    List<FieldError> wrong = new ArrayList<>();
    if (inquiry.listingId() != null && !match.listing().equals(inquiry.listingId())) {
      wrong.add(new FieldError("/listingId", "match.other"));
    }
    if (inquiry.needId() != null && !match.need().equals(inquiry.needId())) {
      wrong.add(new FieldError("/needId", "match.other"));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
  }

  private ListingFacts listing(UUID id, String pointer) {
    return surroundings
        .listing(id)
        .orElseThrow(() -> new InvalidInput(new FieldError(pointer, "listing")));
  }

  private Optional<NeedFacts> need(UUID id, Asker asker) {
    return surroundings
        .need(id)
        .filter(it -> it.firm().equals(asker.firm().id()))
        .filter(it -> asker.broker() == null || it.isShownToBrokers());
  }

  private Deal deal(Inquiry inquiry, Asker asker, Pair pair) {
    Instant now = clock.instant();
    NeedFacts need = pair.need();
    Boolean wish = inquiry.anonymous();
    boolean anonymous = wish == null ? need != null && need.hidesFirm() : wish;
    return new Deal(
        Ids.next(),
        1,
        pair.listing().id(),
        need == null ? null : need.id(),
        pair.match(),
        asker.firm().id(),
        pair.listing().owner(),
        asker.broker(),
        anonymous,
        new Progress.Inquired(false),
        now.plus(settings.answerWithin()),
        now,
        now);
  }

  /**
   * What somebody asks.
   *
   * @param anonymous null: as the need's visibility says
   * @param onBehalfOf the firm, when a broker asks
   */
  public record Inquiry(
      @Nullable UUID matchId,
      @Nullable UUID listingId,
      @Nullable UUID needId,
      @Nullable UUID onBehalfOf,
      @Nullable Boolean anonymous,
      String message) {}

  private record Asker(FirmFacts firm, @Nullable UUID broker) {}

  private record Pair(ListingFacts listing, @Nullable NeedFacts need, @Nullable UUID match) {}
}
