package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Creates;
import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.Idempotency;
import dev.musubi.http.IfMatch;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.MergePatch;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.application.ChangeOrganisation;
import dev.musubi.profiles.application.InviteMember;
import dev.musubi.profiles.application.RegisterOrganisation;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Organisations;
import dev.musubi.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationController {
  /** Firms that look for technology are not shown to strangers: that they look is their secret. */
  private static final Set<OrganisationKind> OPEN =
      EnumSet.of(
          OrganisationKind.OWNER,
          OrganisationKind.BROKER,
          OrganisationKind.FINANCE,
          OrganisationKind.AGENCY);

  private final RegisterOrganisation register;
  private final InviteMember invite;
  private final ChangeOrganisation change;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Idempotency idempotency;

  OrganisationController(
      RegisterOrganisation register,
      InviteMember invite,
      ChangeOrganisation change,
      Organisations organisations,
      Accounts accounts,
      Idempotency idempotency) {
    this.register = register;
    this.invite = invite;
    this.change = change;
    this.organisations = organisations;
    this.accounts = accounts;
    this.idempotency = idempotency;
  }

  /**
   * A stranger gets 202 and a mail, whether the address was known or not; who is signed in, and who
   * runs the installation, gets the organisation at once.
   */
  @PostMapping
  @Creates
  ResponseEntity<Object> register(
      @ApiBody RegistrationInput input, Caller caller, HttpServletRequest request) {
    return idempotency.once(
        request,
        () -> {
          if (caller.isAnonymous()) {
            RegistrationInput.Administrator first = administrator(input);
            register.request(input.registration(first), first.address(), request.getRemoteAddr());
            return ResponseEntity.accepted().body(Accepted.MAILED);
          }
          Organisation organisation =
              Access.runsInstallation(caller)
                  ? registerFor(input, caller)
                  : registerOwn(input, caller);
          return ResponseEntity.created(URI.create("/api/v1/organisations/" + organisation.id()))
              .eTag(IfMatch.etag(organisation.version()))
              .body(OrganisationView.of(organisation));
        });
  }

  private Organisation registerFor(RegistrationInput input, Caller caller) {
    RegistrationInput.Administrator first = administrator(input);
    Organisation organisation =
        register.register(input.organisationKind(), input.profile(), caller.subject());
    invite.invite(
        organisation.id(), first.address(), MemberRole.ADMIN, first.language(), caller.subject());
    return organisation;
  }

  private Organisation registerOwn(RegistrationInput input, Caller caller) {
    if (input.organisationKind() == OrganisationKind.ADMINISTRATOR) {
      throw new InvalidInput(new FieldError("/kind", "kind.reserved"));
    }
    Account founder = accounts.find(Access.account(caller)).orElseThrow(NotFound::new);
    return register.found(input.organisationKind(), input.profile(), founder);
  }

  private static RegistrationInput.Administrator administrator(RegistrationInput input) {
    RegistrationInput.Administrator first = input.administrator();
    if (first == null) {
      throw new InvalidInput(new FieldError("/administrator", "required"));
    }
    return first;
  }

  @GetMapping
  Page<OrganisationView> list(
      @RequestParam(required = false) @Nullable OrganisationKind kind,
      @RequestParam(required = false) @Nullable String q,
      PageQuery page,
      Caller caller) {
    Set<OrganisationKind> kinds = EnumSet.copyOf(visible(caller));
    if (kind != null) {
      kinds.retainAll(EnumSet.of(kind));
    }
    String name = q == null || q.isBlank() ? null : q.strip();
    Cursor cursor = page.cursor();
    UUID after = cursor == null ? null : cursor.uuid(0);
    return Page.of(
            organisations.list(kinds, name, after, page.limitAndOne()),
            page.limit(),
            organisation -> Cursor.of(organisation.id()))
        .map(OrganisationView::of);
  }

  @GetMapping("/{id}")
  ResponseEntity<OrganisationView> one(@PathVariable UUID id, Caller caller) {
    Organisation organisation =
        organisations
            .find(id)
            .filter(found -> visible(caller).contains(found.kind()))
            .orElseThrow(NotFound::new);
    return answer(organisation);
  }

  @PatchMapping("/{id}")
  ResponseEntity<OrganisationView> change(
      @PathVariable UUID id,
      IfMatch version,
      @ApiBody MergePatch<ProfileInput> patch,
      Caller caller) {
    Access.requireAdmin(caller, id);
    return answer(
        change.change(
            id, version.version(), profile -> patch.applyTo(ProfileInput.of(profile)).profile()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, IfMatch version, Caller caller) {
    if (!Access.runsInstallation(caller)) {
      Access.requireAdmin(caller, id);
    }
    change.delete(id, version.version(), caller.subject());
  }

  private static Set<OrganisationKind> visible(Caller caller) {
    return caller.isAnonymous() ? OPEN : EnumSet.allOf(OrganisationKind.class);
  }

  private static ResponseEntity<OrganisationView> answer(Organisation organisation) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(organisation.version()))
        .body(OrganisationView.of(organisation));
  }
}
