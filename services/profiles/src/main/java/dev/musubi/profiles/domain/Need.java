package dev.musubi.profiles.domain;

import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A technology need and its life: a draft, then active and paused in turn, then closed. */
public record Need(
    UUID id,
    long version,
    UUID organisation,
    State state,
    NeedContent content,
    boolean sample,
    @Nullable String externalId,
    @Nullable Instant activatedAt,
    Instant createdAt,
    Instant changedAt) {

  /** Where a need stands. */
  public enum State {
    DRAFT,
    ACTIVE,
    PAUSED,
    CLOSED
  }

  public static Need draft(UUID id, UUID organisation, NeedContent content, Instant now) {
    return new Need(id, 1, organisation, State.DRAFT, content, false, null, null, now, now);
  }

  /** A sample need; samples are known by the name that their file gives them. */
  public static Need sample(
      UUID id, UUID organisation, NeedContent content, String externalId, Instant now) {
    return new Need(id, 1, organisation, State.DRAFT, content, true, externalId, null, now, now);
  }

  public Need change(NeedContent changed, Instant now) {
    return with(state, changed, activatedAt, now);
  }

  /** The next version with the same content: its firm has moved or changed its trade. */
  public Need touch(Instant now) {
    return with(state, content, activatedAt, now);
  }

  public boolean mayBecome(State next) {
    return switch (next) {
      case DRAFT -> false;
      case ACTIVE -> state == State.DRAFT || state == State.PAUSED;
      case PAUSED -> state == State.ACTIVE;
      case CLOSED -> state == State.ACTIVE || state == State.PAUSED;
    };
  }

  /** Moves on; ask {@link #mayBecome} before. */
  public Need become(State next, Instant now) {
    if (!mayBecome(next)) {
      throw new IllegalStateException("a need that is " + state + " cannot become " + next);
    }
    Instant activated = next == State.ACTIVE && activatedAt == null ? now : activatedAt;
    return with(next, content, activated, now);
  }

  public boolean isPublished() {
    return activatedAt != null;
  }

  public boolean isChangeable() {
    return state != State.CLOSED;
  }

  /**
   * The state that other services hear of.
   *
   * @throws IllegalStateException for a draft, which nobody hears of
   */
  public NeedState state(Organisation firm) {
    if (activatedAt == null) {
      throw new IllegalStateException("a draft is not told");
    }
    OrganisationState told = firm.state(List.of());
    return new NeedState(
        id,
        version,
        organisation,
        NeedState.State.valueOf(state.name()),
        content.lang(),
        content.title(),
        content.text(),
        content.elements(),
        content.constraints(),
        content.wants(),
        content.visibility(),
        content.alerts(),
        told.prefecture(),
        told.jsic(),
        sample,
        activatedAt,
        changedAt);
  }

  private Need with(State next, NeedContent changed, @Nullable Instant activated, Instant now) {
    return new Need(
        id,
        version + 1,
        organisation,
        next,
        changed,
        sample,
        externalId,
        activated,
        createdAt,
        now);
  }
}
