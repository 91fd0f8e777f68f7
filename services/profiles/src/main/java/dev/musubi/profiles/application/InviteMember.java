package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.domain.Secret;
import dev.musubi.profiles.domain.Ticket;
import dev.musubi.profiles.mail.MailOrder;
import dev.musubi.profiles.mail.Mails;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import dev.musubi.profiles.persistence.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person is invited into an organisation by mail, and joins by its link. */
@Service
public class InviteMember {
  private final Organisations organisations;
  private final Accounts accounts;
  private final Members members;
  private final IssueTicket issue;
  private final Mails mails;
  private final Links links;
  private final Passwords passwords;
  private final Audit audit;
  private final Throttle throttle;
  private final Clock clock;

  InviteMember(
      Organisations organisations,
      Accounts accounts,
      Members members,
      IssueTicket issue,
      Mails mails,
      Links links,
      Passwords passwords,
      Audit audit,
      Throttle throttle,
      Clock clock) {
    this.organisations = organisations;
    this.accounts = accounts;
    this.members = members;
    this.issue = issue;
    this.mails = mails;
    this.links = links;
    this.passwords = passwords;
    this.audit = audit;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Transactional
  public void invite(
      UUID organisation, EmailAddress email, MemberRole role, String lang, String actor) {
    Organisation host = organisations.find(organisation).orElseThrow(NotFound::new);
    throttle.attempt("invite", organisation.toString(), 200, Duration.ofDays(1));
    throttle.attempt("invited", email.value(), 5, Duration.ofDays(1));
    Invitation invitation = new Invitation(role, lang);
    Secret secret = issue.issue(Ticket.Purpose.INVITATION, email, organisation, invitation);
    String name =
        lang.equals("en") && host.profile().nameEn() != null
            ? host.profile().nameEn()
            : host.profile().name();
    mails.order(
        new MailOrder(
            email, lang, MailOrder.Template.INVITATION, List.of(name, links.invitation(secret))));
    audit.note(actor, organisation, "member.invited", "invitation", Map.of("role", role.name()));
  }

  /** What a link is about, for the page that it opens. */
  public Offer look(String token) {
    Ticket ticket = issue.look(token, Ticket.Purpose.INVITATION);
    Organisation host = host(ticket);
    return new Offer(
        host,
        issue.content(ticket, Invitation.class).lang(),
        accounts.find(ticket.email()).isPresent());
  }

  /**
   * The invited person joins: with the account that the address has, or with a new one.
   *
   * @param name of a new account
   * @param password of a new account
   */
  @Transactional
  public Account accept(String token, @Nullable String name, @Nullable String password) {
    Ticket seen = issue.look(token, Ticket.Purpose.INVITATION);
    String hash = accounts.find(seen.email()).isPresent() ? null : newHash(seen, name, password);
    Ticket ticket = issue.take(token, Ticket.Purpose.INVITATION);
    Invitation invitation = issue.content(ticket, Invitation.class);
    Account account =
        accounts.find(ticket.email()).orElseGet(() -> open(ticket.email(), invitation, name, hash));
    UUID organisation = host(ticket).id();
    boolean joined =
        members.insert(
            new Membership(account.id(), organisation, invitation.role(), 1, clock.instant()));
    if (joined) {
      audit.note(
          account.id().toString(),
          organisation,
          "member.joined",
          account.id().toString(),
          Map.of("role", invitation.role().name()));
    }
    return account;
  }

  private String newHash(Ticket ticket, @Nullable String name, @Nullable String password) {
    if (name == null || name.isBlank()) {
      throw new InvalidInput(new FieldError("/name", "required"));
    }
    if (password == null || password.isEmpty()) {
      throw new InvalidInput(new FieldError("/password", "required"));
    }
    passwords.check(password, ticket.email(), "/password");
    return passwords.hash(password);
  }

  private Account open(
      EmailAddress email, Invitation invitation, @Nullable String name, @Nullable String hash) {
    if (name == null || hash == null) {
      throw new InvalidInput(new FieldError("/password", "required"));
    }
    Account account =
        new Account(
            Ids.next(), 1, email, name.strip(), invitation.lang(), hash, true, clock.instant());
    accounts.insert(account);
    return account;
  }

  private Organisation host(Ticket ticket) {
    UUID organisation = ticket.organisation();
    if (organisation == null) {
      throw new NotFound();
    }
    return organisations.find(organisation).orElseThrow(NotFound::new);
  }

  /** What is offered to the invited person. */
  public record Invitation(MemberRole role, String lang) {}

  /**
   * What the page of an invitation shows.
   *
   * @param known whether the address has an account already
   */
  public record Offer(Organisation host, String lang, boolean known) {}
}
