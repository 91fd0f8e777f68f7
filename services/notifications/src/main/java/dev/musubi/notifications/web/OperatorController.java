package dev.musubi.notifications.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.notifications.application.CatchUpDigests;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Deliveries.Settled;
import dev.musubi.notifications.persistence.Suppressions;
import dev.musubi.notifications.persistence.Suppressions.Reason;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators see and do: mails that did not arrive, and addresses not to be written to. */
@RestController
@RequestMapping("/internal")
class OperatorController {
  private static final Instant NO_LIMIT = Instant.parse("9999-01-01T00:00:00Z");

  private final Deliveries deliveries;
  private final Suppressions suppressions;
  private final KeyedHash hash;
  private final CatchUpDigests digests;
  private final InstantSource clock;

  OperatorController(
      Deliveries deliveries,
      Suppressions suppressions,
      KeyedHash hash,
      CatchUpDigests digests,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.suppressions = suppressions;
    this.hash = hash;
    this.digests = digests;
    this.clock = clock;
  }

  @GetMapping("/deliveries/failed")
  @Operation(summary = "Mails that failed or bounced, latest first")
  Page<Settled> failed(Caller caller, PageQuery query) {
    operator(caller);
    Cursor cursor = query.cursor();
    Instant before = cursor == null ? NO_LIMIT : cursor.instant(0);
    List<Settled> rows = deliveries.failed(before, query.limitAndOne());
    return Page.of(rows, query.limit(), settled -> Cursor.of(settled.at()));
  }

  @PostMapping("/suppressions")
  @Operation(summary = "Put an address on the suppression list, after a complaint for example")
  ResponseEntity<Void> suppress(Caller caller, @ApiBody SuppressionInput input) {
    operator(caller);
    suppressions.add(hash.of(address(input.email())), input.reason(), null, clock.instant());
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/suppressions/removals")
  @Operation(summary = "Take an address off the suppression list")
  ResponseEntity<Void> restore(Caller caller, @ApiBody RemovalInput input) {
    operator(caller);
    if (!suppressions.remove(hash.of(address(input.email())))) {
      throw new NotFound();
    }
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/digests/catch-up")
  @Operation(summary = "Send the present period's digests to those who have not had theirs")
  ResponseEntity<Void> catchUp(Caller caller) {
    operator(caller);
    digests.run();
    return ResponseEntity.noContent().build();
  }

  private static void operator(Caller caller) {
    if (!caller.isOperator()) {
      throw new NotFound();
    }
  }

  private static MailAddress address(String text) {
    return MailAddress.parse(text)
        .orElseThrow(() -> new InvalidInput(new FieldError("/email", "email")));
  }

  /** An address not to be written to, and why. */
  record SuppressionInput(@NotNull String email, @NotNull Reason reason) {}

  /** An address that may be written to again. */
  record RemovalInput(@NotNull String email) {}
}
