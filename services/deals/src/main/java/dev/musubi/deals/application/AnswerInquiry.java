package dev.musubi.deals.application;

import dev.musubi.deals.application.ChangeDeal.Step;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.DeclineReason;
import dev.musubi.deals.domain.Side;
import dev.musubi.http.IfMatch;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The owner answers an inquiry. */
@Service
public class AnswerInquiry {
  private static final String ANSWERED = "answered";
  private final ChangeDeal change;

  AnswerInquiry(ChangeDeal change) {
    this.change = change;
  }

  public Deal accept(UUID id, IfMatch seen, @Nullable String text, Caller caller) {
    return change.change(
        id,
        seen,
        caller,
        text,
        new Step(
            ANSWERED,
            (deal, side, now) -> {
              requireOwner(side);
              return deal.accepted(now);
            }));
  }

  public Deal decline(
      UUID id, IfMatch seen, DeclineReason reason, @Nullable String text, Caller caller) {
    return change.change(
        id,
        seen,
        caller,
        text,
        new Step(
            ANSWERED,
            (deal, side, now) -> {
              requireOwner(side);
              return deal.declined(reason, now);
            }));
  }

  private static void requireOwner(Side side) {
    if (side != Side.OWNER) {
      throw Participant.forbidden();
    }
  }
}
