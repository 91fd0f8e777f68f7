package dev.musubi.deals.application;

import dev.musubi.deals.application.ChangeDeal.Step;
import dev.musubi.deals.domain.CloseReason;
import dev.musubi.deals.domain.Deal;
import dev.musubi.http.IfMatch;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Either side ends the talks. */
@Service
public class CloseDeal {
  private final ChangeDeal change;

  CloseDeal(ChangeDeal change) {
    this.change = change;
  }

  public Deal close(
      UUID id, IfMatch seen, CloseReason reason, @Nullable String text, Caller caller) {
    return change.change(
        id,
        seen,
        caller,
        text,
        new Step("closed", (deal, side, now) -> deal.closed(side, reason, now)));
  }
}
