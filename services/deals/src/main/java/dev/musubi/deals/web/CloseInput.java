package dev.musubi.deals.web;

import dev.musubi.deals.domain.CloseReason;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The end of the talks.
 *
 * @param reason OTHER when left out
 */
record CloseInput(@Nullable CloseReason reason, @Size(max = 4000) @Nullable String message) {
  CloseReason closeReason() {
    return reason == null ? CloseReason.OTHER : reason;
  }
}
