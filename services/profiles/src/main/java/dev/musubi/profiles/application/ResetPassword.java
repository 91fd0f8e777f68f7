package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Secret;
import dev.musubi.profiles.domain.Ticket;
import dev.musubi.profiles.mail.MailOrder;
import dev.musubi.profiles.mail.Mails;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Throttle;
import dev.musubi.profiles.persistence.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password: by a mailed link when the old one is forgotten, or by the old one. */
@Service
public class ResetPassword {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Accounts accounts;
  private final Tickets tickets;
  private final IssueTicket issue;
  private final Mails mails;
  private final Links links;
  private final Passwords passwords;
  private final RevokeAccess revoke;
  private final Throttle throttle;

  ResetPassword(
      Accounts accounts,
      Tickets tickets,
      IssueTicket issue,
      Mails mails,
      Links links,
      Passwords passwords,
      RevokeAccess revoke,
      Throttle throttle) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.issue = issue;
    this.mails = mails;
    this.links = links;
    this.passwords = passwords;
    this.revoke = revoke;
    this.throttle = throttle;
  }

  /** Mails a link if the address has an account; looks the same if not. */
  @Transactional
  public void request(EmailAddress email, String from) {
    throttle.attempt("reset-from", from, 20, WINDOW);
    throttle.attempt("reset", email.value(), 5, WINDOW);
    accounts
        .find(email)
        .ifPresent(
            account -> {
              tickets.discard(email, Ticket.Purpose.PASSWORD_RESET);
              Secret secret =
                  issue.issue(
                      Ticket.Purpose.PASSWORD_RESET,
                      email,
                      null,
                      Map.of("account", account.id().toString()));
              mails.order(
                  new MailOrder(
                      email,
                      account.lang(),
                      MailOrder.Template.PASSWORD_RESET,
                      List.of(account.name(), links.newPassword(secret))));
            });
  }

  /** Whether the link is still good, for the page that it opens. */
  public void look(String token) {
    Ticket ticket = issue.look(token, Ticket.Purpose.PASSWORD_RESET);
    var _ = accounts.find(ticket.email()).orElseThrow(NotFound::new);
  }

  @Transactional
  public void confirm(String token, String password) {
    EmailAddress email = issue.look(token, Ticket.Purpose.PASSWORD_RESET).email();
    passwords.check(password, email, "/password");
    String hash = passwords.hash(password);
    issue.take(token, Ticket.Purpose.PASSWORD_RESET);
    set(accounts.find(email).orElseThrow(NotFound::new), hash);
    throttle.forget("sign-in", email.value());
  }

  /** By the old password. */
  @Transactional
  public void change(UUID id, String current, String password) {
    Account account = accounts.find(id).orElseThrow(NotFound::new);
    throttle.attempt("sign-in", account.email().value(), 10, Duration.ofMinutes(15));
    if (!passwords.matches(current, account.passwordHash())) {
      throw new InvalidInput(new FieldError("/current", "password.wrong"));
    }
    passwords.check(password, account.email(), "/password");
    set(account, passwords.hash(password));
  }

  /** Who knew the old password is signed out everywhere, and the owner is told. */
  private void set(Account account, String hash) {
    accounts.update(account.withPassword(hash));
    revoke.everything(account.id());
    mails.order(
        new MailOrder(
            account.email(),
            account.lang(),
            MailOrder.Template.PASSWORD_CHANGED,
            List.of(account.name(), links.forgottenPassword())));
  }
}
