package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Creates;
import dev.musubi.http.Cursor;
import dev.musubi.http.Idempotency;
import dev.musubi.http.IfMatch;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.application.InviteMember;
import dev.musubi.profiles.application.ManageMembers;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.domain.Ticket;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.AuditTrail;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Tickets;
import dev.musubi.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations/{organisation}")
class MemberController {
  private final InviteMember invite;
  private final ManageMembers manage;
  private final Members members;
  private final Accounts accounts;
  private final Tickets tickets;
  private final AuditTrail trail;
  private final Idempotency idempotency;

  MemberController(
      InviteMember invite,
      ManageMembers manage,
      Members members,
      Accounts accounts,
      Tickets tickets,
      AuditTrail trail,
      Idempotency idempotency) {
    this.invite = invite;
    this.manage = manage;
    this.members = members;
    this.accounts = accounts;
    this.tickets = tickets;
    this.trail = trail;
    this.idempotency = idempotency;
  }

  record Member(
      UUID account, String name, String email, MemberRole role, long version, Instant since) {}

  record InvitationInput(
      @NotNull @Nullable EmailAddress email,
      @NotNull @Nullable MemberRole role,
      @Pattern(regexp = "ja|en", message = "{profiles.lang}") @Nullable String lang) {}

  record RoleInput(@NotNull @Nullable MemberRole role) {}

  record Invitation(UUID id, String email, Instant createdAt, Instant expiresAt) {}

  @GetMapping("/members")
  Page<Member> list(@PathVariable UUID organisation, PageQuery page, Caller caller) {
    Access.requireMember(caller, organisation);
    Cursor cursor = page.cursor();
    UUID after = cursor == null ? null : cursor.uuid(0);
    return Page.of(
            members.in(organisation, after, page.limitAndOne()),
            page.limit(),
            membership -> Cursor.of(membership.account()))
        .map(this::member);
  }

  @PostMapping("/members")
  @Creates
  ResponseEntity<Accepted> invite(
      @PathVariable UUID organisation,
      @ApiBody InvitationInput input,
      Caller caller,
      HttpServletRequest request) {
    Access.requireAdmin(caller, organisation);
    return idempotency.once(
        request,
        () -> {
          invite.invite(
              organisation,
              Objects.requireNonNull(input.email()),
              Objects.requireNonNull(input.role()),
              input.lang() == null ? "ja" : input.lang(),
              caller.subject());
          return ResponseEntity.accepted().body(Accepted.MAILED);
        });
  }

  @GetMapping("/members/{account}")
  ResponseEntity<Member> one(
      @PathVariable UUID organisation, @PathVariable UUID account, Caller caller) {
    Access.requireMember(caller, organisation);
    return answer(members.find(account, organisation).orElseThrow(NotFound::new));
  }

  @PatchMapping("/members/{account}")
  ResponseEntity<Member> changeRole(
      @PathVariable UUID organisation,
      @PathVariable UUID account,
      IfMatch version,
      @ApiBody RoleInput input,
      Caller caller) {
    Access.requireAdmin(caller, organisation);
    return answer(
        manage.changeRole(
            organisation,
            account,
            Objects.requireNonNull(input.role()),
            version.version(),
            caller.subject()));
  }

  /** An administrator lets somebody go; anybody may go by themselves. */
  @DeleteMapping("/members/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID organisation, @PathVariable UUID account, Caller caller) {
    Access.requireMember(caller, organisation);
    if (!caller.subject().equals(account.toString())) {
      Access.requireAdmin(caller, organisation);
    }
    manage.remove(organisation, account, caller.subject());
  }

  @GetMapping("/invitations")
  List<Invitation> invitations(@PathVariable UUID organisation, Caller caller) {
    Access.requireAdmin(caller, organisation);
    return tickets.invitations(organisation).stream().map(MemberController::invitation).toList();
  }

  @DeleteMapping("/invitations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID organisation, @PathVariable UUID id, Caller caller) {
    Access.requireAdmin(caller, organisation);
    if (!tickets.withdraw(id, organisation)) {
      throw new NotFound();
    }
  }

  /** The latest changes of rights in the organisation. */
  @GetMapping("/audit")
  List<AuditTrail.Entry> audit(@PathVariable UUID organisation, Caller caller) {
    Access.requireAdmin(caller, organisation);
    return trail.of(organisation, 200);
  }

  private ResponseEntity<Member> answer(Membership membership) {
    return ResponseEntity.ok().eTag(IfMatch.etag(membership.version())).body(member(membership));
  }

  private Member member(Membership membership) {
    Account account = accounts.find(membership.account()).orElseThrow(NotFound::new);
    return new Member(
        account.id(),
        account.name(),
        account.email().value(),
        membership.role(),
        membership.version(),
        membership.since());
  }

  private static Invitation invitation(Ticket ticket) {
    return new Invitation(
        ticket.id(), ticket.email().value(), ticket.createdAt(), ticket.expiresAt());
  }
}
