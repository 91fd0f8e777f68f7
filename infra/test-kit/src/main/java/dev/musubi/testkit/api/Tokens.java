package dev.musubi.testkit.api;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.util.UUID;

/** Gives tokens of members, as {@link dev.musubi.testkit.identity.TestIssuer} does. */
@FunctionalInterface
public interface Tokens {
  String token(UUID organisation, OrganisationKind kind, MemberRole role, String... scopes);
}
