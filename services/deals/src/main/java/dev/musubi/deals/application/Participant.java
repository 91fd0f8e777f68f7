package dev.musubi.deals.application;

import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.Side;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Who may do what with a deal: its two sides, and the broker while the mandate lasts. */
final class Participant {
  private Participant() {}

  /** The organisation for which the caller acts; services and operators have no part in deals. */
  static UUID organisation(Caller caller) {
    UUID organisation = caller.organisation();
    if (organisation == null) {
      throw forbidden();
    }
    return organisation;
  }

  /** The organisation, of a caller who may write for it. */
  static UUID editor(Caller caller) {
    UUID organisation = organisation(caller);
    if (!caller.mayEdit(organisation)) {
      throw forbidden();
    }
    return organisation;
  }

  /**
   * The side on which the caller may act.
   *
   * @throws NotFound for everybody else: that there is such a deal is not told
   */
  static Side side(Deal deal, Caller caller, Optional<FirmFacts> seeker) {
    UUID organisation = organisation(caller);
    if (organisation.equals(deal.owner())) {
      return Side.OWNER;
    }
    if (organisation.equals(deal.seeker())) {
      return Side.SEEKER;
    }
    boolean mandated = seeker.filter(it -> it.mandates().contains(organisation)).isPresent();
    if (organisation.equals(deal.broker()) && mandated) {
      return Side.BROKER;
    }
    throw new NotFound();
  }

  static Refusal forbidden() {
    return new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.status.403.detail");
  }
}
