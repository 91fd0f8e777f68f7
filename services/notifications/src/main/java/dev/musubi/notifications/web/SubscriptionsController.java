package dev.musubi.notifications.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Creates;
import dev.musubi.http.Idempotency;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.notifications.application.ChangeSubscription;
import dev.musubi.notifications.application.ConfirmSubscription;
import dev.musubi.notifications.application.DescribeToken;
import dev.musubi.notifications.application.DescribeToken.Description;
import dev.musubi.notifications.application.RequestSubscription;
import dev.musubi.notifications.application.Unsubscribe;
import dev.musubi.notifications.domain.ConsentForm;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.persistence.Consents.Origin;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Digest subscriptions of people without an account. Open to everybody; tokens are the keys. */
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionsController {
  private final RequestSubscription request;
  private final ConfirmSubscription confirm;
  private final Unsubscribe unsubscribe;
  private final DescribeToken describe;
  private final ChangeSubscription change;
  private final ConsentForm.All forms;
  private final Idempotency idempotency;
  private final KeyedHash hash;

  SubscriptionsController(
      RequestSubscription request,
      ConfirmSubscription confirm,
      Unsubscribe unsubscribe,
      DescribeToken describe,
      ChangeSubscription change,
      ConsentForm.All forms,
      Idempotency idempotency,
      KeyedHash hash) {
    this.request = request;
    this.confirm = confirm;
    this.unsubscribe = unsubscribe;
    this.describe = describe;
    this.change = change;
    this.forms = forms;
    this.idempotency = idempotency;
    this.hash = hash;
  }

  @GetMapping("/form")
  @Operation(summary = "The text of consent that a sign-up page must show now")
  ConsentForm form() {
    return forms.current();
  }

  @PostMapping
  @Creates
  @Operation(
      summary = "Ask for a digest; a mail asks to confirm",
      description = "The answer is the same whether or not the address is known.")
  ResponseEntity<Requested> request(@ApiBody SubscriptionInput input, HttpServletRequest http) {
    SubscriptionInput.Checked checked = input.check(forms);
    return idempotency.once(
        http,
        () -> {
          request.request(checked.email(), checked.choice(), checked.form(), origin(http));
          return ResponseEntity.accepted().body(new Requested("CONFIRMATION_SENT"));
        });
  }

  @PostMapping("/confirmations")
  @Operation(summary = "Confirm a subscription by the token of its mail")
  Confirmed confirm(@ApiBody TokenInput input, HttpServletRequest http) {
    return switch (confirm.confirm(input.token(), origin(http))) {
      case CONFIRMED -> new Confirmed("CONFIRMED");
      case ALREADY -> new Confirmed("ALREADY_CONFIRMED");
      case EXPIRED ->
          throw new Refusal(
              HttpStatus.GONE, "confirmation-expired", "problem.confirmation-expired.detail");
      case UNKNOWN -> throw new NotFound();
    };
  }

  @PostMapping("/unsubscriptions")
  @Operation(
      summary = "End what a mail's token stands for (RFC 8058)",
      description = "The answer is the same for a token that is not known.")
  Ended unsubscribe(@ApiBody TokenInput input) {
    unsubscribe.unsubscribe(input.token());
    return new Ended("UNSUBSCRIBED");
  }

  @GetMapping("/tokens/{token}")
  @Operation(
      summary = "What a token is for, so that a page can ask before it acts",
      description = "A token that is not known has the kind UNKNOWN.")
  Description describe(@PathVariable String token) {
    return describe.describe(token);
  }

  @PutMapping("/tokens/{token}")
  @Operation(summary = "Change what a subscriber receives, by the token of a digest")
  Description change(@PathVariable String token, @ApiBody ChoiceInput input) {
    if (!change.change(token, input.check())) {
      throw new NotFound();
    }
    return describe.describe(token);
  }

  private Origin origin(HttpServletRequest http) {
    String agent = Objects.requireNonNullElse(http.getHeader("User-Agent"), "");
    return new Origin(hash.hex("origin", http.getRemoteAddr()), hash.hex("agent", agent));
  }

  /** What was done. */
  record Requested(String status) {}

  /** What was done: CONFIRMED, or ALREADY_CONFIRMED by the same link. */
  record Confirmed(String status) {}

  /** What was done. */
  record Ended(String status) {}

  /** A token of a mail. */
  record TokenInput(@NotBlank @Size(max = 200) String token) {}
}
