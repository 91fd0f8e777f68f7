package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.IfMatch;
import dev.musubi.http.NotFound;
import dev.musubi.http.VersionConflict;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.application.PersonalData;
import dev.musubi.profiles.application.ResetPassword;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import dev.musubi.security.Caller;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class MeController {
  private final Accounts accounts;
  private final Members members;
  private final Organisations organisations;
  private final ResetPassword reset;
  private final PersonalData data;

  MeController(
      Accounts accounts,
      Members members,
      Organisations organisations,
      ResetPassword reset,
      PersonalData data) {
    this.accounts = accounts;
    this.members = members;
    this.organisations = organisations;
    this.reset = reset;
    this.data = data;
  }

  /**
   * Who asks.
   *
   * @param account null for a program
   * @param organisation for which this token acts
   */
  record Me(
      String subject,
      @Nullable UUID account,
      @Nullable String name,
      @Nullable String email,
      @Nullable String lang,
      @Nullable Boolean alertMail,
      @Nullable MyOrganisation organisation,
      @Nullable MemberRole role,
      List<MyMembership> memberships) {}

  record MyOrganisation(UUID id, OrganisationKind kind, String name, @Nullable String nameEn) {
    static MyOrganisation of(Organisation organisation) {
      return new MyOrganisation(
          organisation.id(),
          organisation.kind(),
          organisation.profile().name(),
          organisation.profile().nameEn());
    }
  }

  record MyMembership(MyOrganisation organisation, MemberRole role) {}

  record MeInput(
      @NotBlank @Size(max = 100) @Nullable String name,
      @NotNull @Pattern(regexp = "ja|en", message = "{profiles.lang}") @Nullable String lang,
      @NotNull @Nullable Boolean alertMail) {}

  record PasswordInput(@NotBlank @Nullable String current, @NotBlank @Nullable String password) {}

  record ErasureInput(@NotBlank @Nullable String password) {}

  @GetMapping
  ResponseEntity<Me> me(Caller caller) {
    Account account = account(caller);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (account != null) {
      answer.eTag(IfMatch.etag(account.version()));
    }
    return answer.body(view(caller, account));
  }

  @PatchMapping
  ResponseEntity<Me> change(
      IfMatch version, @ApiBody dev.musubi.http.MergePatch<MeInput> patch, Caller caller) {
    Account account = accounts.find(Access.account(caller)).orElseThrow(NotFound::new);
    if (account.version() != version.version()) {
      throw new VersionConflict(account.version());
    }
    MeInput input = patch.applyTo(new MeInput(account.name(), account.lang(), account.alertMail()));
    Account changed =
        account.change(
            Texts.line(input.name()),
            Objects.requireNonNull(input.lang()),
            Boolean.TRUE.equals(input.alertMail()));
    accounts.update(changed);
    return ResponseEntity.ok().eTag(IfMatch.etag(changed.version())).body(view(caller, changed));
  }

  /** Signs out everywhere, too. */
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@ApiBody PasswordInput input, Caller caller) {
    reset.change(
        Access.account(caller),
        Objects.requireNonNull(input.current()),
        Objects.requireNonNull(input.password()));
  }

  /** Everything that is kept about the caller. */
  @GetMapping("/data")
  Map<String, Object> export(Caller caller) {
    return data.export(Access.account(caller));
  }

  /** Erases the account for good. */
  @PostMapping("/erasure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@ApiBody ErasureInput input, Caller caller) {
    data.erase(Access.account(caller), Objects.requireNonNull(input.password()));
  }

  private @Nullable Account account(Caller caller) {
    try {
      return accounts.find(UUID.fromString(caller.subject())).orElseThrow(NotFound::new);
    } catch (IllegalArgumentException program) {
      return null;
    }
  }

  private Me view(Caller caller, @Nullable Account account) {
    UUID own = caller.organisation();
    return new Me(
        caller.subject(),
        account == null ? null : account.id(),
        account == null ? null : account.name(),
        account == null ? null : account.email().value(),
        account == null ? null : account.lang(),
        account == null ? null : account.alertMail(),
        own == null ? null : organisations.find(own).map(MyOrganisation::of).orElse(null),
        caller.role(),
        account == null ? List.of() : memberships(account.id()));
  }

  private List<MyMembership> memberships(UUID account) {
    return members.of(account).stream()
        .flatMap(
            membership ->
                organisations.find(membership.organisation()).stream()
                    .map(o -> new MyMembership(MyOrganisation.of(o), membership.role())))
        .toList();
  }
}
