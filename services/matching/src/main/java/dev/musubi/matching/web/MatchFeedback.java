package dev.musubi.matching.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Creates;
import dev.musubi.http.Idempotency;
import dev.musubi.matching.application.AnswerMatch;
import dev.musubi.model.event.MatchState.Feedback.Answer;
import dev.musubi.model.event.MatchState.Feedback.DeclineReason;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a firm says of a match. */
@RestController
@Tag(name = "matches")
class MatchFeedback {
  private final AnswerMatch answerMatch;
  private final Idempotency idempotency;

  MatchFeedback(AnswerMatch answerMatch, Idempotency idempotency) {
    this.answerMatch = answerMatch;
    this.idempotency = idempotency;
  }

  /**
   * @param reason why not; required with NO, and with NO alone
   * @param comment the owner reads it without the firm's name
   */
  record Body(
      @NotNull Answer answer,
      @Nullable DeclineReason reason,
      @Nullable @Size(max = 1000) String comment) {}

  @PostMapping("/api/v1/matches/{id}/feedback")
  @Creates
  @Operation(summary = "Say what you think of a match")
  ResponseEntity<MatchView> answer(
      @PathVariable UUID id, @ApiBody Body body, Caller caller, HttpServletRequest request) {
    var given = new AnswerMatch.Given(body.answer(), body.reason(), body.comment());
    return idempotency.once(
        request, () -> ResponseEntity.ok(MatchView.forFirm(answerMatch.answer(id, given, caller))));
  }
}
