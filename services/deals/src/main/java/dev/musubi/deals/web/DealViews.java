package dev.musubi.deals.web;

import dev.musubi.deals.application.DealDetails;
import dev.musubi.deals.application.ReadDeals;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.Message;
import dev.musubi.deals.domain.NeedFacts;
import dev.musubi.deals.domain.Progress;
import dev.musubi.deals.domain.Side;
import dev.musubi.model.event.DealState.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows each side what it may see: the owner no name of a firm that asks without one. */
@Component
class DealViews {
  private final MessageSource texts;
  private final Clock clock;

  DealViews(MessageSource texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  DealView summary(DealDetails details, Locale locale) {
    return view(details, List.of(), locale);
  }

  DealView whole(ReadDeals.Shown shown, Locale locale) {
    return view(shown.details(), shown.messages(), locale);
  }

  private DealView view(DealDetails it, List<Message> messages, Locale locale) {
    Deal deal = it.deal();
    boolean hidden = it.side() == Side.OWNER && deal.anonymous();
    NeedFacts need = it.need();
    boolean needShown = it.side().asks() || (need != null && need.isShownToOwners());
    ListingFacts listing = it.listing();
    Progress progress = deal.progress();
    return new DealView(
        deal.id(),
        deal.version(),
        it.side(),
        stage(progress),
        deal.listing(),
        listing == null ? List.of() : listing.titles(),
        listing == null ? null : listing.state(),
        needShown ? deal.need() : null,
        needShown && need != null ? need.title() : null,
        needShown ? deal.match() : null,
        hidden ? null : deal.seeker(),
        hidden ? null : name(it.seeker(), locale),
        deal.anonymous(),
        deal.owner(),
        name(it.owner(), locale),
        deal.broker(),
        name(it.broker(), locale),
        progress instanceof Progress.Declined declined ? declined.reason() : null,
        progress instanceof Progress.Closed closed ? closed.reason() : null,
        progress instanceof Progress.Closed closed ? closed.by() : null,
        progress instanceof Progress.Withdrawn,
        messages.isEmpty() ? null : messages.getFirst().text(),
        messages.stream().map(DealViews::message).toList(),
        deal.answerDueAt(),
        deal.isOverdue(clock.instant()),
        actions(deal, it.side()),
        notices(deal, locale),
        deal.openedAt(),
        deal.changedAt());
  }

  private static DealView.MessageView message(Message it) {
    return new DealView.MessageView(it.id(), it.side(), it.text(), it.at());
  }

  private static Stage stage(Progress progress) {
    return switch (progress) {
      case Progress.Inquired _ -> Stage.INQUIRY;
      case Progress.InTalks _ -> Stage.IN_TALKS;
      case Progress.Declined _ -> Stage.DECLINED;
      case Progress.Withdrawn _, Progress.Closed _ -> Stage.CLOSED;
    };
  }

  private static @Nullable String name(@Nullable FirmFacts firm, Locale locale) {
    if (firm == null) {
      return null;
    }
    String english = firm.nameEn();
    return english != null && locale.getLanguage().equals("en") ? english : firm.name();
  }

  private static List<String> actions(Deal deal, Side side) {
    List<String> actions = new ArrayList<>();
    switch (deal.progress()) {
      case Progress.Inquired _ -> actions.add(side == Side.OWNER ? "answer" : "withdraw");
      case Progress.InTalks _ -> actions.add("close");
      case Progress.Declined _, Progress.Withdrawn _, Progress.Closed _ -> {
        return List.of();
      }
    }
    if (deal.anonymous() && side == Side.SEEKER) {
      actions.add("reveal");
    }
    actions.add("message");
    return actions;
  }

  /** Nothing is signed yet at any stage that this service knows so far. */
  private List<DealView.Notice> notices(Deal deal, Locale locale) {
    return deal.progress().isEnd()
        ? List.of()
        : List.of(
            new DealView.Notice(
                "no-secrets-before-nda",
                texts.getMessage("deals.notice.no-secrets-before-nda", null, locale)));
  }
}
