package dev.musubi.matching.application;

import dev.musubi.matching.domain.Match;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.model.Ids;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes pairs with their events, both or neither. The caller holds the locks. */
@Component
class Pairs {
  private final Matches matches;
  private final Outbox outbox;
  private final Clock clock;

  Pairs(Matches matches, Outbox outbox, Clock clock) {
    this.matches = matches;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A pair that is to stand. */
  record Standing(
      NeedState need,
      ListingState listing,
      Match.Verdict verdict,
      MatchState.FoundBy foundBy,
      Optional<Match> before) {}

  /** Makes pairs stand: new ones, ended ones that come back, and those that are scored again. */
  void stand(Collection<Standing> pairs) {
    var events = new ArrayList<OutgoingEvent>();
    var now = clock.instant();
    for (var pair : pairs) {
      var before = pair.before();
      if (before.isEmpty()) {
        events.add(event("found", found(pair, now)));
      } else if (before.get().differs(pair.need(), pair.listing(), pair.verdict())) {
        var again =
            before.get().rescored(pair.need(), pair.listing(), pair.verdict(), pair.foundBy(), now);
        matches.save(again);
        events.add(event(before.get().active() ? "rescored" : "found", again));
      } else {
        var verdict = pair.verdict();
        matches.touch(before.get().state().id(), verdict.fused(), verdict.rank());
      }
    }
    outbox.appendAll(events);
  }

  private Match found(Standing pair, Instant now) {
    UUID id = Ids.next();
    var match = Match.found(id, pair.need(), pair.listing(), pair.verdict(), pair.foundBy(), now);
    matches.save(match);
    return match;
  }

  /** These pairs do not stand any more. */
  void end(Collection<Match> pairs) {
    var now = clock.instant();
    List<OutgoingEvent> events = new ArrayList<>();
    for (var pair : pairs) {
      var ended = pair.ended(now);
      matches.save(ended);
      events.add(event("ended", ended));
    }
    outbox.appendAll(events);
  }

  private static OutgoingEvent event(String type, Match match) {
    return Events.match(type, match.state());
  }
}
