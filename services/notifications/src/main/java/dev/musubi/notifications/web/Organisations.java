package dev.musubi.notifications.web;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** For which organisation a caller acts. */
final class Organisations {
  private Organisations() {}

  /** The caller's organisation; what belongs to one does not exist for who has none. */
  static UUID of(Caller caller) {
    UUID organisation = caller.organisation();
    if (organisation == null) {
      throw new NotFound();
    }
    return organisation;
  }

  /** The organisation of an administrator of it. */
  static UUID administeredBy(Caller caller) {
    UUID organisation = of(caller);
    if (!caller.mayAdminister(organisation)) {
      throw new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.webhook.admin.detail");
    }
    return organisation;
  }
}
