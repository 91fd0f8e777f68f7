package dev.musubi.deals.application;

import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.Message;
import dev.musubi.deals.domain.Side;
import dev.musubi.http.IfMatch;
import dev.musubi.http.NotFound;
import dev.musubi.model.Ids;
import dev.musubi.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way in which a deal changes: locked, by a side that may, in the version it has seen. */
@Component
class ChangeDeal {
  private final Deals deals;
  private final Surroundings surroundings;
  private final Announcements announcements;
  private final Clock clock;

  ChangeDeal(Deals deals, Surroundings surroundings, Announcements announcements, Clock clock) {
    this.deals = deals;
    this.surroundings = surroundings;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * @param seen the version that the caller has seen, or null when it does not matter
   * @param text what the caller writes with it, or null
   */
  @Transactional
  public Deal change(
      UUID id, @Nullable IfMatch seen, Caller caller, @Nullable String text, Step step) {
    Deal before = deals.lock(id).orElseThrow(NotFound::new);
    Side side = Participant.side(before, caller, surroundings.firm(before.seeker()));
    Participant.editor(caller);
    if (seen != null) {
      seen.check(before.version());
    }
    Instant now = clock.instant();
    Deal after = step.move().apply(before, side, now);
    deals.update(after);
    if (text != null && !text.isBlank()) {
      deals.write(new Message(Ids.next(), id, side, caller.subject(), text, now, step.isWriting()));
    }
    announcements.tell(step.told(), after);
    return after;
  }

  /**
   * What happens to the deal.
   *
   * @param told what the other services are told
   */
  record Step(String told, Move move) {
    private static final String WRITTEN = "message-written";

    /** Nothing happens but that somebody writes. */
    static Step writing() {
      return new Step(WRITTEN, (deal, _, now) -> deal.written(now));
    }

    boolean isWriting() {
      return told.equals(WRITTEN);
    }
  }

  /** The change itself. Refuses by throwing. */
  @FunctionalInterface
  interface Move {
    Deal apply(Deal deal, Side side, Instant now);
  }
}
