package dev.musubi.listings.imports;

import dev.musubi.http.Refusal;
import dev.musubi.model.OrganisationKind;
import dev.musubi.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Who may import for whom. */
final class ImportAccess {
  private ImportAccess() {}

  /**
   * The organisation whose listings a caller may import: the own one, or any for an operator.
   *
   * @throws Refusal 403 for others
   */
  static UUID organisation(Caller caller, @Nullable UUID asked) {
    if (caller.isOperator() && asked != null) {
      return asked;
    }
    UUID own = caller.organisation();
    boolean lists = caller.kind() == OrganisationKind.OWNER && (asked == null || asked.equals(own));
    if (own == null || !lists || !caller.mayEdit(own)) {
      throw new Refusal(HttpStatus.FORBIDDEN, "not-an-owner", "import.refused.not-an-owner");
    }
    return own;
  }

  static boolean maySee(Caller caller, ImportJob job) {
    return caller.isOperator() || caller.belongsTo(job.organisationId());
  }
}
