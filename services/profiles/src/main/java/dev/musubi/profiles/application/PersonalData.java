package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.mail.MailOrder;
import dev.musubi.profiles.mail.Mails;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import dev.musubi.profiles.persistence.Throttle;
import dev.musubi.profiles.persistence.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's rights over the data about them (Act on the Protection of Personal Information,
 * articles 33 to 35): all of it handed out, all of it erased.
 */
@Service
public class PersonalData {
  private final Accounts accounts;
  private final Members members;
  private final Organisations organisations;
  private final Tickets tickets;
  private final Mails mails;
  private final Passwords passwords;
  private final RevokeAccess revoke;
  private final Audit audit;
  private final Throttle throttle;
  private final JdbcClient jdbc;

  PersonalData(
      Accounts accounts,
      Members members,
      Organisations organisations,
      Tickets tickets,
      Mails mails,
      Passwords passwords,
      RevokeAccess revoke,
      Audit audit,
      Throttle throttle,
      JdbcClient jdbc) {
    this.accounts = accounts;
    this.members = members;
    this.organisations = organisations;
    this.tickets = tickets;
    this.mails = mails;
    this.passwords = passwords;
    this.revoke = revoke;
    this.audit = audit;
    this.throttle = throttle;
    this.jdbc = jdbc;
  }

  /** Everything that this service keeps about the person. */
  @Transactional(readOnly = true)
  public Map<String, Object> export(UUID id) {
    Account account = accounts.find(id).orElseThrow(NotFound::new);
    return Map.of(
        "account",
            Map.of(
                "id", account.id(),
                "email", account.email().value(),
                "name", account.name(),
                "lang", account.lang(),
                "alertMail", account.alertMail(),
                "createdAt", account.createdAt()),
        "memberships", members.of(id),
        "openLinks",
            rows(
                "SELECT purpose, created_at, expires_at FROM ticket WHERE email = ?",
                account.email().value()),
        "waitingMails",
            rows(
                "SELECT template, created_at FROM mail WHERE recipient = ?",
                account.email().value()),
        "needsWritten", rows("SELECT id, created_at FROM need WHERE created_by = ?", id),
        "audit",
            rows(
                """
                SELECT at, action, organisation FROM audit
                WHERE actor = ?::text OR subject = ?::text ORDER BY id
                """,
                id,
                id),
        "signedIn",
            rows(
                """
                SELECT registered_client_id AS client, access_token_issued_at AS at
                FROM oauth2_authorization WHERE principal_name = ?::text
                """,
                id));
  }

  private List<Map<String, Object>> rows(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query().listOfRows();
  }

  /**
   * Erases the account. What remains are ids in the audit trail, which name nobody any more.
   *
   * @throws Refusal 409 while an organisation would be left without administrator
   */
  @Transactional
  public void erase(UUID id, String password) {
    Account account = accounts.find(id).orElseThrow(NotFound::new);
    throttle.attempt("sign-in", account.email().value(), 10, Duration.ofMinutes(15));
    if (!passwords.matches(password, account.passwordHash())) {
      throw new InvalidInput(new FieldError("/password", "password.wrong"));
    }
    for (Membership membership : members.of(id)) {
      var _ = organisations.lock(membership.organisation()).orElseThrow(NotFound::new);
      if (membership.role() == MemberRole.ADMIN
          && members.otherAdministrators(membership.organisation(), id) == 0) {
        throw new Refusal(
                HttpStatus.CONFLICT, "last-administrator", "problem.last-administrator.erase")
            .with("organisation", membership.organisation());
      }
      audit.note(
          id.toString(), membership.organisation(), "member.erased", id.toString(), Map.of());
    }
    revoke.everything(id);
    tickets.discardAll(account.email());
    mails.discard(account.email());
    jdbc.sql("UPDATE need SET created_by = NULL WHERE created_by = ?").param(id).update();
    accounts.delete(id);
    mails.order(
        new MailOrder(
            account.email(),
            account.lang(),
            MailOrder.Template.ACCOUNT_ERASED,
            List.of(account.name())));
  }
}
