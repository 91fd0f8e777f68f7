package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.http.VersionConflict;
import dev.musubi.model.Ids;
import dev.musubi.model.event.NeedState;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.NeedContent;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Needs;
import dev.musubi.profiles.persistence.Organisations;
import dev.musubi.security.Caller;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A need is written down, changed, and let go. */
@Service
public class WriteNeed {
  private final Needs needs;
  private final Organisations organisations;
  private final NeedAccess access;
  private final Announcements announcements;
  private final Clock clock;

  WriteNeed(
      Needs needs,
      Organisations organisations,
      NeedAccess access,
      Announcements announcements,
      Clock clock) {
    this.needs = needs;
    this.organisations = organisations;
    this.access = access;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Transactional
  public Need create(UUID firm, NeedContent content, Caller caller) {
    access.requireWriter(caller, firm);
    requireNotHiddenFromAuthor(firm, content, caller);
    var _ = organisations.find(firm).orElseThrow(NotFound::new);
    Need need = Need.draft(Ids.next(), firm, content, clock.instant());
    needs.insert(need, account(caller));
    return need;
  }

  /**
   * @param change of the content; may throw {@link InvalidInput}
   */
  @Transactional
  public Need change(UUID id, long version, UnaryOperator<NeedContent> change, Caller caller) {
    Need need = locked(id, version, caller);
    if (!need.isChangeable()) {
      throw new Refusal(HttpStatus.CONFLICT, "need-closed", "problem.need-closed.detail");
    }
    NeedContent content = change.apply(need.content());
    requireNotHiddenFromAuthor(need.organisation(), content, caller);
    Need changed = need.change(content, clock.instant());
    if (changed.isPublished()) {
      requireComplete(content);
    }
    needs.update(changed);
    if (changed.isPublished()) {
      announcements.changed(changed, firm(changed));
    }
    return changed;
  }

  @Transactional
  public Need move(UUID id, long version, Need.State next, Caller caller) {
    Need need = locked(id, version, caller);
    if (!need.mayBecome(next)) {
      throw new Refusal(
              HttpStatus.CONFLICT,
              "need-state",
              "problem.need-state.detail." + next.name().toLowerCase(java.util.Locale.ROOT))
          .with("state", need.state().name());
    }
    if (next == Need.State.ACTIVE) {
      requireComplete(need.content());
    }
    Need moved = need.become(next, clock.instant());
    needs.update(moved);
    announce(moved);
    return moved;
  }

  /** Deletes; of what had been published the others hear. */
  @Transactional
  public void delete(UUID id, long version, Caller caller) {
    Need need = locked(id, version, caller);
    needs.delete(need);
    if (need.isPublished()) {
      announcements.deleted(need.touch(clock.instant()));
    }
  }

  private void announce(Need need) {
    Organisation firm = firm(need);
    switch (need.state()) {
      case ACTIVE -> announcements.activated(need, firm);
      case PAUSED -> announcements.paused(need, firm);
      case CLOSED -> announcements.closed(need, firm);
      case DRAFT -> throw new IllegalStateException("nothing becomes a draft");
    }
  }

  private Need locked(UUID id, long version, Caller caller) {
    Need need = needs.lock(id).orElseThrow(NotFound::new);
    access.requireEdit(caller, need);
    if (need.version() != version) {
      throw new VersionConflict(need.version());
    }
    return need;
  }

  private Organisation firm(Need need) {
    return organisations.find(need.organisation()).orElseThrow(NotFound::new);
  }

  /** The matching engine reads the text: without it there is nothing to match. */
  private static void requireComplete(NeedContent content) {
    if (content.text().isBlank()) {
      throw new InvalidInput(new FieldError("/text", "required"));
    }
  }

  /** A broker who made a need private would lose it from sight at once. */
  private static void requireNotHiddenFromAuthor(UUID firm, NeedContent content, Caller caller) {
    if (!caller.belongsTo(firm) && content.visibility() == NeedState.Visibility.PRIVATE) {
      throw new InvalidInput(new FieldError("/visibility", "visibility.broker"));
    }
  }

  private static @Nullable UUID account(Caller caller) {
    try {
      return UUID.fromString(caller.subject());
    } catch (IllegalArgumentException program) {
      return null;
    }
  }
}
