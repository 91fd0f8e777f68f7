package dev.musubi.web.needs;

import dev.musubi.model.event.MatchState.Feedback;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a link in a mail has prepared. The link shows it; only the page's button gives it,
 * because mail scanners follow every link.
 */
public record PreparedAnswer(
    @Nullable String match, @Nullable String answer, @Nullable String reason) {
  private static final Set<String> ANSWERS =
      Stream.of(Feedback.Answer.values()).map(Enum::name).collect(Collectors.toSet());
  private static final Set<String> REASONS =
      Stream.of(Feedback.DeclineReason.values()).map(Enum::name).collect(Collectors.toSet());

  /** Whether it is an answer that can be given. */
  public boolean known() {
    return isId(match)
        && answer != null
        && ANSWERS.contains(answer)
        && (reason == null || REASONS.contains(reason));
  }

  private static boolean isId(@Nullable String written) {
    try {
      return written != null && !UUID.fromString(written).toString().isEmpty();
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }
}
