package dev.musubi.profiles.application;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.http.VersionConflict;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives members other roles and lets them go; somebody must always be able to administer. */
@Service
public class ManageMembers {
  private final Organisations organisations;
  private final Members members;
  private final RevokeAccess revoke;
  private final Audit audit;

  ManageMembers(Organisations organisations, Members members, RevokeAccess revoke, Audit audit) {
    this.organisations = organisations;
    this.members = members;
    this.revoke = revoke;
    this.audit = audit;
  }

  @Transactional
  public Membership changeRole(
      UUID organisation, UUID account, MemberRole role, long version, String actor) {
    Membership current = locked(organisation, account);
    if (current.version() != version) {
      throw new VersionConflict(current.version());
    }
    if (current.role() == MemberRole.ADMIN && role != MemberRole.ADMIN) {
      requireAnother(organisation, account);
    }
    Membership changed = new Membership(account, organisation, role, version + 1, current.since());
    members.update(changed);
    audit.note(
        actor,
        organisation,
        "member.role-changed",
        account.toString(),
        Map.of("from", current.role().name(), "to", role.name()));
    return changed;
  }

  @Transactional
  public void remove(UUID organisation, UUID account, String actor) {
    Membership current = locked(organisation, account);
    if (current.role() == MemberRole.ADMIN) {
      requireAnother(organisation, account);
    }
    members.delete(account, organisation);
    revoke.everything(account);
    audit.note(
        actor,
        organisation,
        "member.removed",
        account.toString(),
        Map.of("role", current.role().name()));
  }

  /** Locks the organisation first: two administrators must not remove each other at once. */
  private Membership locked(UUID organisation, UUID account) {
    var _ = organisations.lock(organisation).orElseThrow(NotFound::new);
    return members.find(account, organisation).orElseThrow(NotFound::new);
  }

  private void requireAnother(UUID organisation, UUID account) {
    if (members.otherAdministrators(organisation, account) == 0) {
      throw new Refusal(
          HttpStatus.CONFLICT, "last-administrator", "problem.last-administrator.detail");
    }
  }
}
