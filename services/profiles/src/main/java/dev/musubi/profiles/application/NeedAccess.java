package dev.musubi.profiles.application;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.model.MemberRole;
import dev.musubi.model.event.NeedState.Visibility;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.persistence.Mandates;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Who may see and change a need: its firm; a broker with the firm's mandate, unless the need is
 * private; and everybody who is signed in sees what is active and public. To all others it does not
 * exist.
 */
@Component
class NeedAccess {
  private final Mandates mandates;

  NeedAccess(Mandates mandates) {
    this.mandates = mandates;
  }

  void requireRead(Caller caller, Need need) {
    if (caller.isService() || caller.isOperator() || isSide(caller, need)) {
      return;
    }
    boolean open =
        need.state() == Need.State.ACTIVE && need.content().visibility() == Visibility.PUBLIC;
    if (!open) {
      throw new NotFound();
    }
  }

  void requireEdit(Caller caller, Need need) {
    if (!isSide(caller, need)) {
      requireRead(caller, need);
      throw forbidden();
    }
    requireEditor(caller);
  }

  /** For whom a caller may write needs. */
  void requireWriter(Caller caller, UUID firm) {
    UUID own = caller.organisation();
    if (own == null || !(own.equals(firm) || mandates.exists(firm, own))) {
      throw new NotFound();
    }
    requireEditor(caller);
  }

  private boolean isSide(Caller caller, Need need) {
    UUID own = caller.organisation();
    if (own == null) {
      return false;
    }
    return own.equals(need.organisation())
        || (need.content().visibility() != Visibility.PRIVATE
            && mandates.exists(need.organisation(), own));
  }

  private static void requireEditor(Caller caller) {
    if (caller.role() != MemberRole.ADMIN && caller.role() != MemberRole.EDITOR) {
      throw forbidden();
    }
  }

  private static Refusal forbidden() {
    return new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.status.403.detail");
  }
}
