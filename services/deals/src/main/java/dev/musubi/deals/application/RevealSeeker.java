package dev.musubi.deals.application;

import dev.musubi.deals.application.ChangeDeal.Step;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.Side;
import dev.musubi.http.IfMatch;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The firm tells the owner who it is; its broker cannot do that in its place. */
@Service
public class RevealSeeker {
  private final ChangeDeal change;

  RevealSeeker(ChangeDeal change) {
    this.change = change;
  }

  public Deal reveal(UUID id, IfMatch seen, Caller caller) {
    return change.change(
        id,
        seen,
        caller,
        null,
        new Step(
            "revealed",
            (deal, side, now) -> {
              if (side != Side.SEEKER) {
                throw Participant.forbidden();
              }
              return deal.revealed(now);
            }));
  }
}
