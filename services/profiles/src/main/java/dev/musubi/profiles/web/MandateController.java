package dev.musubi.profiles.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Creates;
import dev.musubi.http.Cursor;
import dev.musubi.http.Idempotency;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.profiles.application.GrantMandate;
import dev.musubi.profiles.domain.Mandate;
import dev.musubi.profiles.persistence.Mandates;
import dev.musubi.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/mandates")
class MandateController {
  private final GrantMandate grant;
  private final Mandates mandates;
  private final Idempotency idempotency;

  MandateController(GrantMandate grant, Mandates mandates, Idempotency idempotency) {
    this.grant = grant;
    this.mandates = mandates;
    this.idempotency = idempotency;
  }

  /**
   * @param broker an organisation of kind BROKER
   */
  record MandateInput(@NotNull @Nullable UUID broker) {}

  @PostMapping
  @Creates
  ResponseEntity<Mandate> grant(
      @ApiBody MandateInput input, Caller caller, HttpServletRequest request) {
    UUID firm = Access.organisation(caller);
    Access.requireAdmin(caller, firm);
    return idempotency.once(
        request,
        () -> {
          Mandate mandate =
              grant.grant(firm, Objects.requireNonNull(input.broker()), caller.subject());
          return ResponseEntity.created(URI.create("/api/v1/mandates/" + mandate.id()))
              .body(mandate);
        });
  }

  @GetMapping
  Page<Mandate> list(PageQuery page, Caller caller) {
    Cursor cursor = page.cursor();
    UUID after = cursor == null ? null : cursor.uuid(0);
    return Page.of(
        mandates.list(Access.organisation(caller), after, page.limitAndOne()),
        page.limit(),
        mandate -> Cursor.of(mandate.id()));
  }

  /** Either side may end it. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, Caller caller) {
    UUID side = Access.organisation(caller);
    Access.requireAdmin(caller, side);
    grant.end(id, side, caller.subject());
  }
}
