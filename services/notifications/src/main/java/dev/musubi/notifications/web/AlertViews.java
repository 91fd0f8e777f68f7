package dev.musubi.notifications.web;

import dev.musubi.model.Language;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.persistence.Alerts.Alert;
import dev.musubi.notifications.wording.Glosses;
import dev.musubi.notifications.wording.ReasonSentences;
import dev.musubi.notifications.wording.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts alerts into the words of a reader. */
@Component
class AlertViews {
  private static final int MOST_REASONS = 3;

  private final Map<Language, Words> words;

  private final Glosses glosses;

  AlertViews(NotificationsSettings settings, Glosses glosses) {
    this.glosses = glosses;
    this.words =
        Stream.of(Language.values())
            .collect(Collectors.toMap(it -> it, it -> new Words(it, settings.zone())));
  }

  private List<String> reasons(List<Reason> why, Words words) {
    return new ReasonSentences(words, glosses).reasons(why, MOST_REASONS);
  }

  AlertView view(Alert alert, Language language) {
    Words w = words.get(language);
    if (w == null) {
      throw new IllegalStateException("no words in " + language);
    }
    String lang = language.code();
    return switch (alert.content()) {
      case Content.MatchFound it -> {
        Found match = it.match();
        yield new View(alert, w, w.say("alert.MATCH_FOUND", it.needTitle()))
            .listing(match.listing().listingId(), match.listing().title(lang))
            .need(it.needId(), it.needTitle())
            .match(match.matchId(), reasons(match.reasons(), w))
            .at("/needs/" + it.needId() + "#match-" + match.matchId());
      }
      case Content.FirstMatches it ->
          new View(alert, w, w.say("alert.FIRST_MATCHES", it.needTitle(), it.total()))
              .need(it.needId(), it.needTitle())
              .at("/needs/" + it.needId());
      case Content.InquiryReceived it ->
          deal(alert, w, "INQUIRY_RECEIVED", it.listing(), it.dealId());
      case Content.InquiryAnswered it -> {
        String outcome = it.accepted() ? "accepted" : "declined";
        yield deal(alert, w, "INQUIRY_ANSWERED." + outcome, it.listing(), it.dealId());
      }
      case Content.InquiryOverdue it ->
          deal(alert, w, "INQUIRY_OVERDUE", it.listing(), it.dealId());
      case Content.MessageReceived it ->
          deal(alert, w, "MESSAGE_RECEIVED." + it.from(), it.listing(), it.dealId());
      case Content.TalksEnded it ->
          deal(alert, w, "TALKS_ENDED." + it.by(), it.listing(), it.dealId());
      case Content.WebhookDisabled it ->
          new View(alert, w, w.say("alert.WEBHOOK_DISABLED", it.host())).at("/alerts");
      case Content.MemberDigest it -> throw noAlert(it);
      case Content.PublicDigest it -> throw noAlert(it);
      case Content.Confirmation it -> throw noAlert(it);
    };
  }

  private static AlertView deal(Alert alert, Words w, String key, Headline listing, UUID deal) {
    String title = listing.title(w.language().code());
    return new View(alert, w, w.say("alert." + key, title(title, w)))
        .listing(listing.listingId(), title)
        .deal(deal);
  }

  private static String title(String title, Words w) {
    return title.isBlank() ? w.say("alert.untitled") : title;
  }

  private static IllegalStateException noAlert(Content content) {
    return new IllegalStateException(content.getClass().getSimpleName() + " is no alert");
  }

  /** Gathers the parts of a view. */
  private static final class View {
    private final Alert alert;
    private final Words words;
    private final String text;
    private @Nullable UUID needId;
    private @Nullable String needTitle;
    private @Nullable UUID matchId;
    private @Nullable UUID listingId;
    private @Nullable String title;
    private List<String> reasons = List.of();

    View(Alert alert, Words words, String text) {
      this.alert = alert;
      this.words = words;
      this.text = text;
    }

    View listing(UUID id, String named) {
      listingId = id;
      title = named;
      return this;
    }

    View need(UUID id, String named) {
      needId = id;
      needTitle = named;
      return this;
    }

    View match(UUID id, List<String> why) {
      matchId = id;
      reasons = why;
      return this;
    }

    AlertView deal(UUID id) {
      return view("/deals/" + id, id);
    }

    AlertView at(String path) {
      return view(path, null);
    }

    private AlertView view(String path, @Nullable UUID dealId) {
      return new AlertView(
          alert.id(),
          alert.seq(),
          alert.kind(),
          text,
          title,
          needId,
          needTitle,
          matchId,
          listingId,
          dealId,
          reasons,
          path,
          alert.readAt() != null,
          alert.createdAt());
    }
  }

  /**
   * An alert in the reader's language.
   *
   * @param seq its number in the organisation; the id of its server-sent event
   * @param text one sentence
   * @param title of the listing
   * @param reasons why it fits, in sentences
   * @param path of the page that it leads to
   */
  record AlertView(
      UUID id,
      long seq,
      String kind,
      String text,
      @Nullable String title,
      @Nullable UUID needId,
      @Nullable String needTitle,
      @Nullable UUID matchId,
      @Nullable UUID listingId,
      @Nullable UUID dealId,
      List<String> reasons,
      String path,
      boolean read,
      Instant createdAt) {}
}
