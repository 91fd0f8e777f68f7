package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.domain.OrganisationProfile;
import dev.musubi.profiles.domain.Secret;
import dev.musubi.profiles.domain.Ticket;
import dev.musubi.profiles.mail.MailOrder;
import dev.musubi.profiles.mail.Mails;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import dev.musubi.profiles.persistence.Throttle;
import dev.musubi.profiles.persistence.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation joins with its first administrator. Nothing is created before the address is
 * proven, and the password is chosen by who proved it: nobody can prepare an account for another's
 * address.
 */
@Service
public class RegisterOrganisation {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Organisations organisations;
  private final Accounts accounts;
  private final Members members;
  private final Tickets tickets;
  private final IssueTicket issue;
  private final Mails mails;
  private final Links links;
  private final Passwords passwords;
  private final Announcements announcements;
  private final Audit audit;
  private final Throttle throttle;
  private final Clock clock;

  RegisterOrganisation(
      Organisations organisations,
      Accounts accounts,
      Members members,
      Tickets tickets,
      IssueTicket issue,
      Mails mails,
      Links links,
      Passwords passwords,
      Announcements announcements,
      Audit audit,
      Throttle throttle,
      Clock clock) {
    this.organisations = organisations;
    this.accounts = accounts;
    this.members = members;
    this.tickets = tickets;
    this.issue = issue;
    this.mails = mails;
    this.links = links;
    this.passwords = passwords;
    this.announcements = announcements;
    this.audit = audit;
    this.throttle = throttle;
    this.clock = clock;
  }

  /**
   * Sends a mail with a link. Looks the same whether the address has an account or not.
   *
   * @param from network address of who asks
   */
  @Transactional
  public void request(Registration registration, EmailAddress email, String from) {
    if (registration.kind() == OrganisationKind.ADMINISTRATOR) {
      throw new InvalidInput(new FieldError("/kind", "kind.reserved"));
    }
    throttle.attempt("register-from", from, 20, WINDOW);
    throttle.attempt("register", email.value(), 5, WINDOW);
    requireFreeNumber(registration.profile());
    Optional<Account> known = accounts.find(email);
    if (known.isPresent()) {
      mails.order(
          new MailOrder(
              email,
              known.get().lang(),
              MailOrder.Template.ALREADY_REGISTERED,
              List.of(links.signIn(), links.forgottenPassword())));
      return;
    }
    tickets.discard(email, Ticket.Purpose.REGISTRATION);
    Secret secret = issue.issue(Ticket.Purpose.REGISTRATION, email, null, registration);
    mails.order(
        new MailOrder(
            email,
            registration.lang(),
            MailOrder.Template.VERIFICATION,
            List.of(
                registration.name(), registration.profile().name(), links.verification(secret))));
  }

  /** What a link is about, for the page that it opens. */
  public Registration look(String token) {
    return issue.content(issue.look(token, Ticket.Purpose.REGISTRATION), Registration.class);
  }

  /** The address is proven: account and organisation come into being. */
  @Transactional
  public Account confirm(String token, String password) {
    EmailAddress email = issue.look(token, Ticket.Purpose.REGISTRATION).email();
    passwords.check(password, email, "/password");
    String hash = passwords.hash(password);
    Ticket ticket = issue.take(token, Ticket.Purpose.REGISTRATION);
    Registration registration = issue.content(ticket, Registration.class);
    Instant now = clock.instant();
    Account account =
        new Account(
            Ids.next(), 1, email, registration.name(), registration.lang(), hash, true, now);
    if (!accounts.insert(account)) {
      account = accounts.find(email).orElseThrow();
    }
    found(registration.kind(), registration.profile(), account);
    return account;
  }

  /** A person who has an account founds another organisation. */
  @Transactional
  public Organisation found(OrganisationKind kind, OrganisationProfile profile, Account founder) {
    Organisation organisation = register(kind, profile, founder.id().toString());
    Membership membership =
        new Membership(
            founder.id(), organisation.id(), MemberRole.ADMIN, 1, organisation.createdAt());
    members.insert(membership);
    audit.note(
        founder.id().toString(),
        organisation.id(),
        "member.joined",
        founder.id().toString(),
        Map.of("role", MemberRole.ADMIN.name()));
    return organisation;
  }

  /** Creates an organisation that has no members yet. */
  @Transactional
  public Organisation register(OrganisationKind kind, OrganisationProfile profile, String actor) {
    requireFreeNumber(profile);
    Organisation organisation =
        Organisation.register(Ids.next(), kind, profile, false, clock.instant());
    organisations.insert(organisation);
    announcements.registered(organisation);
    audit.note(
        actor,
        organisation.id(),
        "organisation.registered",
        organisation.id().toString(),
        Map.of("kind", kind.name()));
    return organisation;
  }

  private void requireFreeNumber(OrganisationProfile profile) {
    if (profile.corporateNumber() != null
        && organisations.isTaken(profile.corporateNumber().digits(), null)) {
      throw new InvalidInput(new FieldError("/corporateNumber", "taken"));
    }
  }
}
