package dev.musubi.testkit.api;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.identity.TestIssuer;
import java.util.Map;
import java.util.UUID;

/**
 * All that holds for every endpoint of a service that only takes tokens, and gives out none: those
 * of its tests are minted by {@link TestIssuer}.
 */
public interface ServiceContract
    extends TokenContract,
        RoleContract,
        WalkContract,
        InputContract,
        AddressContract,
        OpenApiContract {

  @Override
  default Map<String, String> furtherBadTokens() {
    return TestIssuer.shared().outdatedAndForeign();
  }

  @Override
  default String outsider(OrganisationKind kind, MemberRole role) {
    return TestIssuer.shared().token(UUID.randomUUID(), kind, role);
  }

  @Override
  default Tokens tokens() {
    return TestIssuer.shared()::token;
  }
}
