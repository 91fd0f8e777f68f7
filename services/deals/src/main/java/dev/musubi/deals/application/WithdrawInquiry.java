package dev.musubi.deals.application;

import dev.musubi.deals.application.ChangeDeal.Step;
import dev.musubi.deals.domain.Deal;
import dev.musubi.http.IfMatch;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The firm takes its inquiry back before it was answered. */
@Service
public class WithdrawInquiry {
  private final ChangeDeal change;

  WithdrawInquiry(ChangeDeal change) {
    this.change = change;
  }

  public Deal withdraw(UUID id, IfMatch seen, @Nullable String text, Caller caller) {
    return change.change(
        id,
        seen,
        caller,
        text,
        new Step(
            "withdrawn",
            (deal, side, now) -> {
              if (!side.asks()) {
                throw Participant.forbidden();
              }
              return deal.withdrawn(side, now);
            }));
  }
}
