package dev.musubi.profiles.web;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Rules about organisations: what is another's does not exist, what needs another role is refused.
 */
final class Access {
  private Access() {}

  static void requireMember(Caller caller, UUID organisation) {
    if (!caller.belongsTo(organisation)) {
      throw new NotFound();
    }
  }

  static void requireAdmin(Caller caller, UUID organisation) {
    requireMember(caller, organisation);
    if (!caller.mayAdminister(organisation)) {
      throw forbidden();
    }
  }

  /** Whoever runs the installation, by page or by command line. */
  static boolean runsInstallation(Caller caller) {
    return caller.isOperator() || caller.isAdministrator();
  }

  /** The account of a person; programs have none. */
  static UUID account(Caller caller) {
    try {
      return UUID.fromString(caller.subject());
    } catch (IllegalArgumentException program) {
      throw new Refusal(HttpStatus.FORBIDDEN, "people-only", "problem.people-only.detail");
    }
  }

  static UUID organisation(Caller caller) {
    UUID organisation = caller.organisation();
    if (organisation == null) {
      throw forbidden();
    }
    return organisation;
  }

  static Refusal forbidden() {
    return new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.status.403.detail");
  }
}
