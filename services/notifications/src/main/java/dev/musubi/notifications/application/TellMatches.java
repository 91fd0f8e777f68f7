package dev.musubi.notifications.application;

import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.application.Announcements.Subject;
import dev.musubi.notifications.domain.Content.MatchFound;
import dev.musubi.notifications.domain.Telling;
import dev.musubi.notifications.persistence.FirstLists;
import dev.musubi.notifications.persistence.MatchViews;
import dev.musubi.notifications.persistence.MatchViews.MatchView;
import dev.musubi.notifications.persistence.MatchViews.State;
import dev.musubi.notifications.persistence.NeedViews;
import dev.musubi.notifications.persistence.NeedViews.NeedView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides about each match, once. Runs in the consumer's transaction; match and need may arrive in
 * either order.
 */
@Component
public class TellMatches {
  private static final Duration WEEK = Duration.ofDays(7);

  private final MatchViews matches;
  private final NeedViews needs;
  private final FirstLists firstLists;
  private final Finds finds;
  private final Announcements announcements;
  private final NotificationsSettings.FirstList settings;
  private final InstantSource clock;

  TellMatches(
      MatchViews matches,
      NeedViews needs,
      FirstLists firstLists,
      Finds finds,
      Announcements announcements,
      NotificationsSettings settings,
      InstantSource clock) {
    this.matches = matches;
    this.needs = needs;
    this.firstLists = firstLists;
    this.finds = finds;
    this.announcements = announcements;
    this.settings = settings.firstList();
    this.clock = clock;
  }

  /** A match has changed. */
  public void match(MatchState state) {
    needs.lock(state.needId());
    matches.keep(state);
    needs
        .find(state.needId())
        .ifPresent(need -> matches.find(state.id()).ifPresent(match -> decide(match, need)));
  }

  /** A match was deleted. */
  public void matchDeleted(UUID id) {
    matches.remove(id);
  }

  /** A need has changed; matches that came before it are decided now. */
  public void need(NeedState state) {
    needs.lock(state.id());
    needs.keep(state);
    needs
        .find(state.id())
        .ifPresent(need -> matches.open(need.id()).forEach(match -> decide(match, need)));
  }

  /** A need was deleted. */
  public void needDeleted(UUID id) {
    needs.lock(id);
    needs.remove(id);
  }

  private void decide(MatchView match, NeedView need) {
    if (match.telling() != State.OPEN || !need.active()) {
      return;
    }
    Instant now = clock.instant();
    Telling.Candidate candidate =
        new Telling.Candidate(
            match.active(),
            match.answered(),
            match.worthAlert(),
            match.foundBy(),
            firstLists.open(need.id()));
    int left = need.budgetPerWeek() - matches.mailedSince(need.id(), now.minus(WEEK));
    switch (Telling.of(candidate, need.frequency(), left)) {
      case Telling.Nothing nothing -> {}
      case Telling.InFirstList inList ->
          firstLists.arrived(need.id(), settings.quiet(), settings.longest());
      case Telling.InPage inPage -> {
        alert(match, need);
        note(match, State.PAGE, now);
      }
      case Telling.InDigest inDigest -> note(match, State.GATHERED, now);
      case Telling.InPageAndDigest both -> {
        alert(match, need);
        note(match, State.GATHERED, now);
      }
      case Telling.AtOnce atOnce -> {
        announcements.mail(Subject.match(need.organisation(), match.id()), alert(match, need));
        note(match, State.AT_ONCE, now);
      }
    }
  }

  private MatchFound alert(MatchView match, NeedView need) {
    MatchFound content = new MatchFound(finds.found(match), need.id(), need.title());
    announcements.alert(Subject.match(need.organisation(), match.id()), content);
    return content;
  }

  private void note(MatchView match, State state, Instant now) {
    matches.telling(List.of(match.id()), state, now);
  }
}
