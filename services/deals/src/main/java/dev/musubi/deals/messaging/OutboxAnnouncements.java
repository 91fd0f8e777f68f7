package dev.musubi.deals.messaging;

import dev.musubi.deals.application.Announcements;
import dev.musubi.deals.application.Deals;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.Message;
import dev.musubi.deals.domain.Progress;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.DealState.Side;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.model.event.DealState.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OutboxAnnouncements implements Announcements {
  private final Outbox outbox;
  private final Deals deals;

  OutboxAnnouncements(Outbox outbox, Deals deals) {
    this.outbox = outbox;
    this.deals = deals;
  }

  @Override
  public void tell(String what, Deal deal) {
    outbox.append(Events.deal(what, state(deal, deals.latestAlone(deal.id()))));
  }

  private static DealState state(Deal deal, List<Message> messages) {
    return new DealState(
        deal.id(),
        deal.version(),
        deal.listing(),
        deal.need(),
        deal.match(),
        deal.seeker(),
        deal.owner(),
        deal.broker(),
        deal.anonymous(),
        stage(deal.progress()),
        reason(deal.progress()),
        null,
        deal.answerDueAt(),
        deal.openedAt(),
        deal.changedAt(),
        deal.progress() instanceof Progress.Inquired it && it.reminded(),
        closedBy(deal.progress()),
        messages.stream().map(it -> new Written(it.id(), side(it.side()), it.at())).toList());
  }

  /** The other services need not tell a withdrawn inquiry from a closed deal. */
  private static Stage stage(Progress progress) {
    return switch (progress) {
      case Progress.Inquired _ -> Stage.INQUIRY;
      case Progress.InTalks _ -> Stage.IN_TALKS;
      case Progress.Declined _ -> Stage.DECLINED;
      case Progress.Withdrawn _, Progress.Closed _ -> Stage.CLOSED;
    };
  }

  private static @Nullable Side closedBy(Progress progress) {
    return switch (progress) {
      case Progress.Withdrawn it -> side(it.by());
      case Progress.Closed it -> side(it.by());
      case Progress.Inquired _, Progress.InTalks _, Progress.Declined _ -> null;
    };
  }

  private static Side side(dev.musubi.deals.domain.Side side) {
    return Side.valueOf(side.name());
  }

  private static @Nullable String reason(Progress progress) {
    return progress instanceof Progress.Declined it ? it.reason().name() : null;
  }
}
