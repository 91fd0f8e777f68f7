package dev.musubi.matching.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.matching.domain.Match;
import dev.musubi.matching.persistence.Feedbacks;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.model.event.MatchState.Feedback;
import dev.musubi.model.event.MatchState.Feedback.Answer;
import dev.musubi.model.event.MatchState.Feedback.DeclineReason;
import dev.musubi.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a firm says of a match. */
@Component
public class AnswerMatch {
  private final Matches matches;
  private final Feedbacks feedbacks;
  private final Rankings rankings;
  private final Visibility visibility;
  private final Outbox outbox;
  private final Clock clock;
  private final Tasks tasks;
  private final Wake wake;

  AnswerMatch(
      Matches matches,
      Feedbacks feedbacks,
      Rankings rankings,
      Visibility visibility,
      Outbox outbox,
      Clock clock,
      Tasks tasks,
      Wake wake) {
    this.tasks = tasks;
    this.wake = wake;
    this.matches = matches;
    this.feedbacks = feedbacks;
    this.rankings = rankings;
    this.visibility = visibility;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Where the pair stands among the need's scores, for what all answers teach. */
  private double share(Match match) {
    var need = match.state().needId();
    return rankings.find(List.of(need)).values().stream()
        .map(it -> it.sample().share(match.fused()))
        .findFirst()
        .orElse(1.0);
  }

  /**
   * @param reason only with a "no", and then always
   * @param comment for the listing's owner to read without a name
   */
  public record Given(Answer answer, @Nullable DeclineReason reason, @Nullable String comment) {}

  /**
   * @throws NotFound when the match is not the caller's to answer
   * @throws InvalidInput when a "no" has no reason, or anything else has one
   */
  @Transactional
  public Match answer(UUID id, Given given, Caller caller) {
    if (given.answer() == Answer.NO && given.reason() == null) {
      throw new InvalidInput(new FieldError("/reason", "required"));
    }
    if (given.answer() != Answer.NO && given.reason() != null) {
      throw new InvalidInput(new FieldError("/reason", "value", "NO"));
    }
    var match = matches.lock(id).orElseThrow(NotFound::new);
    if (!visibility.mayAnswer(caller, match.state())) {
      throw new NotFound();
    }
    var now = clock.instant();
    var answered = match.answered(new Feedback(given.answer(), given.reason(), now), now);
    matches.save(answered);
    feedbacks.add(answered, share(match), given.comment(), caller.subject());
    outbox.append(Events.match("feedback", answered.state()));
    // The need's list moves at once, and so does what later listings are judged by.
    tasks.add(Kind.MATCH_NEED, List.of(answered.state().needId()), Cause.NEED);
    wake.afterCommit();
    return answered;
  }
}
