package dev.musubi.deals.web;

import dev.musubi.deals.domain.DeclineReason;
import dev.musubi.http.FieldError;
import dev.musubi.http.SelfChecked;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An owner's answer.
 *
 * @param answer {@code accept} or {@code decline}
 * @param reason why; required to decline, not read to accept
 */
record AnswerInput(
    @NotNull @Pattern(regexp = "accept|decline", message = "{deals.answer}") String answer,
    @Nullable DeclineReason reason,
    @Size(max = 4000) @Nullable String message)
    implements SelfChecked {

  @Override
  public List<FieldError> wrong() {
    return "decline".equals(answer) && reason == null
        ? List.of(new FieldError("/reason", "reason"))
        : List.of();
  }

  boolean accepts() {
    return answer.equals("accept");
  }

  DeclineReason declineReason() {
    return Objects.requireNonNull(reason);
  }
}
