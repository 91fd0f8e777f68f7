package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.profiles.application.InviteMember;
import dev.musubi.profiles.application.RegisterOrganisation;
import dev.musubi.profiles.application.ResetPassword;
import dev.musubi.profiles.domain.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do before they can sign in; open to everybody, by mailed tokens. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {
  private final RegisterOrganisation register;
  private final InviteMember invite;
  private final ResetPassword reset;

  AccountController(RegisterOrganisation register, InviteMember invite, ResetPassword reset) {
    this.register = register;
    this.invite = invite;
    this.reset = reset;
  }

  record ConfirmationInput(
      @NotBlank @Size(max = 100) @Nullable String token, @NotBlank @Nullable String password) {
    String secret() {
      return Objects.requireNonNull(token);
    }

    String chosen() {
      return Objects.requireNonNull(password);
    }
  }

  record AcceptanceInput(
      @NotBlank @Size(max = 100) @Nullable String token,
      @Size(max = 100) @Nullable String name,
      @Nullable String password) {}

  record ResetInput(@NotNull @Nullable EmailAddress email) {}

  record AccountView(UUID account) {}

  /** The address of a registration is proven; the organisation comes into being. */
  @PostMapping("/confirmations")
  @ResponseStatus(HttpStatus.CREATED)
  AccountView confirm(@ApiBody ConfirmationInput input) {
    return new AccountView(register.confirm(input.secret(), input.chosen()).id());
  }

  @PostMapping("/invitations/acceptances")
  @ResponseStatus(HttpStatus.CREATED)
  AccountView accept(@ApiBody AcceptanceInput input) {
    return new AccountView(
        invite
            .accept(
                Objects.requireNonNull(input.token()),
                Texts.lineOrNull(input.name()),
                input.password())
            .id());
  }

  /** Looks the same whether the address has an account or not. */
  @PostMapping("/password-resets")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted requestReset(@ApiBody ResetInput input, HttpServletRequest request) {
    reset.request(Objects.requireNonNull(input.email()), request.getRemoteAddr());
    return Accepted.MAILED;
  }

  @PostMapping("/password-resets/confirmations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirmReset(@ApiBody ConfirmationInput input) {
    reset.confirm(input.secret(), input.chosen());
  }
}
