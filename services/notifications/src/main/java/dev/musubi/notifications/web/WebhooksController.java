package dev.musubi.notifications.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Changes;
import dev.musubi.http.Creates;
import dev.musubi.http.Cursor;
import dev.musubi.http.Idempotency;
import dev.musubi.http.IfMatch;
import dev.musubi.http.MergePatch;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.notifications.persistence.WebhookDeliveries;
import dev.musubi.notifications.persistence.WebhookDeliveries.Entry;
import dev.musubi.notifications.persistence.Webhooks;
import dev.musubi.notifications.persistence.Webhooks.Webhook;
import dev.musubi.notifications.web.WebhookViews.WebhookCreated;
import dev.musubi.notifications.web.WebhookViews.WebhookInput;
import dev.musubi.notifications.web.WebhookViews.WebhookView;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of the caller's organisation, kept by its administrators. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksController {
  private final ManageWebhooks manage;
  private final Webhooks webhooks;
  private final WebhookDeliveries calls;
  private final Idempotency idempotency;

  WebhooksController(
      ManageWebhooks manage, Webhooks webhooks, WebhookDeliveries calls, Idempotency idempotency) {
    this.manage = manage;
    this.webhooks = webhooks;
    this.calls = calls;
    this.idempotency = idempotency;
  }

  @GetMapping
  @Operation(summary = "Your organisation's webhooks")
  Page<WebhookView> list(Caller caller) {
    UUID organisation = Organisations.administeredBy(caller);
    List<WebhookView> all = webhooks.of(organisation).stream().map(WebhookView::of).toList();
    return new Page<>(all, null);
  }

  @PostMapping
  @Creates
  @Operation(
      summary = "Add a webhook",
      description =
          "The answer shows the secret, this once. Calls are signed as Standard Webhooks asks:"
              + " webhook-id, webhook-timestamp, webhook-signature; bodies are CloudEvents.")
  ResponseEntity<WebhookCreated> add(
      Caller caller, @ApiBody WebhookInput input, HttpServletRequest http) {
    UUID organisation = Organisations.administeredBy(caller);
    manage.check(input);
    return idempotency.once(
        http,
        () -> {
          WebhookCreated created = manage.add(organisation, input);
          return ResponseEntity.created(URI.create("/api/v1/webhooks/" + created.id()))
              .eTag(IfMatch.etag(1))
              .body(created);
        });
  }

  @GetMapping("/{id}")
  @Operation(summary = "One webhook")
  ResponseEntity<WebhookView> get(Caller caller, @PathVariable UUID id) {
    return answer(find(caller, id));
  }

  @PatchMapping("/{id}")
  @Changes
  @Operation(summary = "Change address, events or state; ACTIVE switches it on again")
  ResponseEntity<WebhookView> change(
      Caller caller,
      @PathVariable UUID id,
      IfMatch ifMatch,
      @ApiBody MergePatch<WebhookInput> patch) {
    Webhook current = find(caller, id);
    ifMatch.check(current.version());
    WebhookInput wanted = patch.applyTo(WebhookInput.of(current));
    manage.check(wanted);
    return answer(manage.change(current, wanted));
  }

  @DeleteMapping("/{id}")
  @Changes
  @Operation(summary = "Remove a webhook and its log")
  ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
    Webhook current = find(caller, id);
    ifMatch.check(current.version());
    manage.remove(current);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/secret")
  @Changes
  @Operation(summary = "Replace the secret; the answer shows the new one, this once")
  ResponseEntity<WebhookCreated> renew(Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
    Webhook current = find(caller, id);
    ifMatch.check(current.version());
    WebhookCreated renewed = manage.renewSecret(current);
    return ResponseEntity.ok().eTag(IfMatch.etag(current.version() + 1)).body(renewed);
  }

  @PostMapping("/{id}/ping")
  @Creates
  @Operation(summary = "Send a test event; see the log for what came of it")
  ResponseEntity<Pinged> ping(Caller caller, @PathVariable UUID id, HttpServletRequest http) {
    Webhook webhook = find(caller, id);
    return idempotency.once(
        http, "", () -> ResponseEntity.accepted().body(new Pinged(manage.ping(webhook))));
  }

  @GetMapping("/{id}/deliveries")
  @Operation(summary = "What was sent and what came of it, latest first")
  Page<Entry> log(Caller caller, @PathVariable UUID id, PageQuery query) {
    Webhook webhook = find(caller, id);
    Cursor cursor = query.cursor();
    List<Entry> rows =
        calls.log(webhook.id(), cursor == null ? null : cursor.uuid(0), query.limitAndOne());
    return Page.of(rows, query.limit(), entry -> Cursor.of(entry.id()));
  }

  private Webhook find(Caller caller, UUID id) {
    return webhooks.find(Organisations.administeredBy(caller), id).orElseThrow(NotFound::new);
  }

  private static ResponseEntity<WebhookView> answer(Webhook webhook) {
    return ResponseEntity.ok().eTag(IfMatch.etag(webhook.version())).body(WebhookView.of(webhook));
  }

  /** The id of the test event, as in the log and in webhook-id. */
  record Pinged(UUID delivery) {}
}
