package dev.musubi.notifications.application;

import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.Content.Section;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.MatchViews;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes out of a mail what has ceased to be true since it was put down: a mail may have waited for
 * hours while a listing was withdrawn. What becomes empty is not sent.
 */
@Component
class StillTrue {
  private final MatchViews matches;
  private final ListingViews listings;

  StillTrue(MatchViews matches, ListingViews listings) {
    this.matches = matches;
    this.listings = listings;
  }

  Optional<Content> narrow(Content content) {
    return switch (content) {
      case Content.MatchFound found ->
          matches.stands(found.match().matchId()) ? Optional.of(found) : Optional.empty();
      case Content.FirstMatches first -> first(first);
      case Content.MemberDigest digest -> members(digest);
      case Content.PublicDigest digest -> everybody(digest);
      case Content.Confirmation confirmation -> Optional.of(confirmation);
      case Content.InquiryReceived inquiry -> Optional.of(inquiry);
      case Content.InquiryAnswered answer -> Optional.of(answer);
      case Content.InquiryOverdue overdue -> Optional.of(overdue);
      case Content.MessageReceived message -> Optional.of(message);
      case Content.TalksEnded ended -> Optional.of(ended);
      case Content.WebhookDisabled disabled -> Optional.of(disabled);
    };
  }

  private Optional<Content> first(Content.FirstMatches first) {
    List<Found> best = standing(first.best());
    int gone = first.best().size() - best.size();
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Content.FirstMatches(
                first.needId(), first.needTitle(), first.total() - gone, best));
  }

  private Optional<Content> members(Content.MemberDigest digest) {
    List<Section> sections =
        digest.sections().stream()
            .map(s -> new Section(s.needId(), s.needTitle(), standing(s.best()), s.more()))
            .filter(section -> !section.best().isEmpty())
            .toList();
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(new Content.MemberDigest(digest.day(), sections));
  }

  private List<Found> standing(List<Found> found) {
    return found.stream().filter(match -> matches.stands(match.matchId())).toList();
  }

  private Optional<Content> everybody(Content.PublicDigest digest) {
    List<UUID> ids = digest.items().stream().map(item -> item.listing().listingId()).toList();
    Set<UUID> onOffer = new HashSet<>(listings.onOffer(ids));
    List<Content.Item> items =
        digest.items().stream()
            .filter(item -> onOffer.contains(item.listing().listingId()))
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Content.PublicDigest(digest.day(), items, digest.more()));
  }
}
