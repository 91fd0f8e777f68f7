package dev.musubi.web.login;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as far as a page must know to offer the right things. What they may really do
 * is decided by the services.
 *
 * @param name of the person, for the header
 * @param organisation identifier of the organisation
 * @param organisationName as people call it
 */
// A record is final, and Jackson names the types of final classes only when told to.
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
public record Visitor(
    String subject,
    String name,
    @Nullable String organisation,
    @Nullable String organisationName,
    @Nullable OrganisationKind kind,
    @Nullable MemberRole role) {

  static final String ATTRIBUTE = "visitor";

  /** Has listings of its own to look after. */
  public boolean offersPatents() {
    return kind == OrganisationKind.OWNER || kind == OrganisationKind.ADMINISTRATOR;
  }

  /** May have needs, its own or its clients'. */
  public boolean seeksTechnology() {
    return kind != OrganisationKind.OWNER;
  }

  /** Looks after the installation itself. */
  public boolean runsTheInstallation() {
    return kind == OrganisationKind.ADMINISTRATOR && role == MemberRole.ADMIN;
  }

  /** May change things of the organisation. */
  public boolean mayEdit() {
    return role == MemberRole.ADMIN || role == MemberRole.EDITOR;
  }
}
