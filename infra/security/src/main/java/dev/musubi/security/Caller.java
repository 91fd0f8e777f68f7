package dev.musubi.security;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent a request, as the verified access token says. A controller parameter of this type is
 * filled in; on an open endpoint without a token it is {@link #ANONYMOUS}.
 *
 * @param subject id of the account or of the client
 * @param organisation for which the caller acts; null for services and operators
 */
public record Caller(
    String subject,
    @Nullable UUID organisation,
    @Nullable OrganisationKind kind,
    @Nullable MemberRole role,
    Set<String> scopes) {
  public static final String SERVICE = "service";
  public static final String OPERATOR = "operator";
  public static final Caller ANONYMOUS = new Caller("anonymous", null, null, null, Set.of());

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  static Caller of(Jwt token) {
    String organisation = token.getClaimAsString("org");
    String kind = token.getClaimAsString("org_kind");
    String role = token.getClaimAsString("role");
    return new Caller(
        String.valueOf(token.getSubject()),
        organisation == null ? null : UUID.fromString(organisation),
        kind == null ? null : OrganisationKind.valueOf(kind),
        role == null ? null : MemberRole.valueOf(role),
        scopes(token));
  }

  private static Set<String> scopes(Jwt token) {
    Object claim = token.getClaim("scope");
    if (claim instanceof String text) {
      return text.isBlank() ? Set.of() : Set.of(text.toLowerCase(Locale.ROOT).split(" +"));
    }
    List<String> list = token.getClaimAsStringList("scope");
    return list == null ? Set.of() : Set.copyOf(list);
  }

  public boolean isAnonymous() {
    return this == ANONYMOUS;
  }

  /** Whether this is one of our own services. */
  public boolean isService() {
    return scopes.contains(SERVICE);
  }

  /** Whether this is the command line of who runs the installation. */
  public boolean isOperator() {
    return scopes.contains(OPERATOR);
  }

  /** Whether a person of the organisation that runs this installation asks. */
  public boolean isAdministrator() {
    return kind == OrganisationKind.ADMINISTRATOR && role == MemberRole.ADMIN;
  }

  /** Whether the caller acts for this organisation. */
  public boolean belongsTo(UUID organisation) {
    return organisation.equals(this.organisation);
  }

  /** Whether the caller may change what this organisation owns. */
  public boolean mayEdit(UUID organisation) {
    return belongsTo(organisation) && (role == MemberRole.ADMIN || role == MemberRole.EDITOR);
  }

  /** Whether the caller may change the organisation itself and its members. */
  public boolean mayAdminister(UUID organisation) {
    return belongsTo(organisation) && role == MemberRole.ADMIN;
  }
}
