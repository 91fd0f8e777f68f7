package dev.musubi.deals.application;

import dev.musubi.deals.application.ChangeDeal.Step;
import dev.musubi.deals.domain.Deal;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** One side writes to the other, whatever the other wrote meanwhile. */
@Service
public class WriteMessage {
  private final ChangeDeal change;

  WriteMessage(ChangeDeal change) {
    this.change = change;
  }

  public Deal write(UUID id, String text, Caller caller) {
    return change.change(id, null, caller, text, Step.writing());
  }
}
