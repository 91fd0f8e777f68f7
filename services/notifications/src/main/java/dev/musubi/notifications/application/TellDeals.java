package dev.musubi.notifications.application;

import dev.musubi.model.event.DealState;
import dev.musubi.model.event.DealState.Side;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.model.event.DealState.Written;
import dev.musubi.notifications.application.Announcements.Subject;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Content.InquiryAnswered;
import dev.musubi.notifications.domain.Content.InquiryOverdue;
import dev.musubi.notifications.domain.Content.InquiryReceived;
import dev.musubi.notifications.domain.Content.MessageReceived;
import dev.musubi.notifications.domain.Content.TalksEnded;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.OrganisationViews;
import dev.musubi.notifications.persistence.OrganisationViews.Named;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells owners of inquiries, seekers and their brokers of answers, and each of what another side
 * wrote or ended. Decides by the stage that the deal has reached and not by the kind of event,
 * because a compacted topic may have lost the steps between.
 */
@Component
public class TellDeals {
  private final OrganisationViews organisations;
  private final ListingViews listings;
  private final Announcements announcements;

  TellDeals(OrganisationViews organisations, ListingViews listings, Announcements announcements) {
    this.organisations = organisations;
    this.listings = listings;
    this.announcements = announcements;
  }

  /** A deal has changed. */
  public void deal(DealState deal) {
    switch (deal.stage()) {
      case INQUIRY -> inquired(deal);
      case IN_TALKS, NDA, DISCLOSURE, EVALUATION, TERM_SHEET, LICENSED, ASSIGNED, DECLINED ->
          answered(deal);
      case CLOSED -> ended(deal);
    }
    if (deal.messages() != null) {
      deal.messages().forEach(message -> written(deal, message));
    }
  }

  private void inquired(DealState deal) {
    Named seeker = deal.anonymous() ? null : organisations.find(deal.seekerId()).orElse(null);
    InquiryReceived content =
        new InquiryReceived(
            deal.id(),
            headline(deal),
            deal.anonymous(),
            seeker == null ? null : seeker.name(),
            seeker == null ? null : seeker.nameEn(),
            deal.answerDueAt());
    tell(Subject.inquiry(deal.ownerId(), deal.id()), content);
    if (Boolean.TRUE.equals(deal.reminded())) {
      tell(
          Subject.overdue(deal.ownerId(), deal.id()),
          new InquiryOverdue(deal.id(), headline(deal), deal.answerDueAt()));
    }
  }

  private void answered(DealState deal) {
    boolean accepted = deal.stage() != Stage.DECLINED;
    InquiryAnswered content =
        new InquiryAnswered(deal.id(), headline(deal), accepted, deal.declineReason());
    for (UUID organisation : ordered(deal.seekerId(), deal.brokerId())) {
      tell(Subject.answer(organisation, deal.id()), content);
    }
  }

  /** Events of before this was told apart name nobody; then nobody is told. */
  private void ended(DealState deal) {
    Side by = deal.closedBy();
    if (by == null) {
      return;
    }
    TalksEnded content = new TalksEnded(deal.id(), headline(deal), by);
    others(deal, by).forEach(it -> tell(Subject.ended(it, deal.id()), content));
  }

  private void written(DealState deal, Written message) {
    MessageReceived content = new MessageReceived(deal.id(), headline(deal), message.by());
    others(deal, message.by())
        .forEach(it -> tell(Subject.message(it, deal.id(), message.id()), content));
  }

  private void tell(Subject subject, Content content) {
    announcements.alert(subject, content);
    announcements.mail(subject, content);
  }

  private static TreeSet<UUID> others(DealState deal, Side side) {
    return switch (side) {
      case SEEKER -> ordered(deal.ownerId(), deal.brokerId());
      case BROKER -> ordered(deal.ownerId(), deal.seekerId());
      case OWNER -> ordered(deal.seekerId(), deal.brokerId());
    };
  }

  /** In one order always, so that two deals of the same two firms cannot wait for each other. */
  private static TreeSet<UUID> ordered(UUID one, @Nullable UUID other) {
    TreeSet<UUID> organisations = new TreeSet<>();
    Stream.of(one, other).filter(Objects::nonNull).forEach(organisations::add);
    return organisations;
  }

  private Headline headline(DealState deal) {
    Headline known = listings.headlines(List.of(deal.listingId())).get(deal.listingId());
    if (known != null) {
      return known;
    }
    Named owner = organisations.find(deal.ownerId()).orElse(null);
    return new Headline(
        deal.listingId(),
        List.of(),
        List.of(),
        owner == null ? null : owner.name(),
        owner == null ? null : owner.nameEn(),
        owner == null ? null : owner.prefecture());
  }
}
