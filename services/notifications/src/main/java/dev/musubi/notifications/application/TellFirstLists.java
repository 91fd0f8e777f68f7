package dev.musubi.notifications.application;

import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.notifications.application.Announcements.Subject;
import dev.musubi.notifications.domain.Content.FirstMatches;
import dev.musubi.notifications.persistence.FirstLists;
import dev.musubi.notifications.persistence.MatchViews;
import dev.musubi.notifications.persistence.MatchViews.MatchView;
import dev.musubi.notifications.persistence.MatchViews.State;
import dev.musubi.notifications.persistence.NeedViews;
import dev.musubi.notifications.persistence.NeedViews.NeedView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the first list of a need as one, when no further match of it arrives. It goes out at once
 * whatever frequency was chosen: the person has just written the need and waits for what comes of
 * it.
 */
@Component
public class TellFirstLists {
  private static final int BEST = 5;
  private static final int AT_A_TIME = 100;
  private static final Duration NOT_YET = Duration.ofSeconds(10);

  private final FirstLists firstLists;
  private final NeedViews needs;
  private final MatchViews matches;
  private final Finds finds;
  private final Announcements announcements;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  TellFirstLists(
      FirstLists firstLists,
      NeedViews needs,
      MatchViews matches,
      Finds finds,
      Announcements announcements,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.firstLists = firstLists;
    this.needs = needs;
    this.matches = matches;
    this.finds = finds;
    this.announcements = announcements;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Tells every list that has settled. */
  public void run() {
    for (UUID need : firstLists.settled(AT_A_TIME)) {
      transaction.executeWithoutResult(status -> tell(need));
    }
  }

  private void tell(UUID id) {
    needs.lock(id);
    if (!firstLists.due(id)) {
      return;
    }
    NeedView need = needs.find(id).orElse(null);
    if (need == null) {
      firstLists.wait(id, NOT_YET);
      return;
    }
    List<MatchView> list =
        matches.open(id).stream()
            .filter(match -> match.active() && match.foundBy() == FoundBy.NEED)
            .toList();
    if (!need.active() || list.isEmpty()) {
      // All have ended before anybody was told: the next match opens a first list anew.
      firstLists.drop(id);
      return;
    }
    FirstMatches content =
        new FirstMatches(
            id,
            need.title(),
            list.size(),
            finds.found(list.subList(0, Math.min(BEST, list.size()))));
    Subject subject = Subject.firstList(need.organisation(), id);
    announcements.alert(subject, content);
    if (need.frequency() != Frequency.NEVER) {
      announcements.mail(subject, content);
    }
    matches.telling(list.stream().map(MatchView::id).toList(), State.LISTED, clock.instant());
    firstLists.told(id);
  }
}
