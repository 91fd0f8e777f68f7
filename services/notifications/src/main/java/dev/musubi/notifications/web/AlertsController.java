package dev.musubi.notifications.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Changes;
import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.IfMatch;
import dev.musubi.http.InvalidParameter;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.http.VersionConflict;
import dev.musubi.model.Language;
import dev.musubi.notifications.persistence.Alerts;
import dev.musubi.notifications.persistence.Alerts.Alert;
import dev.musubi.notifications.persistence.Preferences;
import dev.musubi.notifications.persistence.Preferences.Preference;
import dev.musubi.notifications.stream.AlertStreams;
import dev.musubi.notifications.stream.AlertStreams.Viewer;
import dev.musubi.notifications.web.AlertViews.AlertView;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Alerts in the page: the list, the marks of what was read, and the stream. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertsController {
  private final Alerts alerts;
  private final AlertViews views;
  private final AlertStreams streams;
  private final Preferences preferences;
  private final InstantSource clock;

  AlertsController(
      Alerts alerts,
      AlertViews views,
      AlertStreams streams,
      Preferences preferences,
      InstantSource clock) {
    this.alerts = alerts;
    this.views = views;
    this.streams = streams;
    this.preferences = preferences;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "Alerts of your organisation, newest first")
  AlertPage list(Caller caller, PageQuery query, Locale locale) {
    UUID organisation = Organisations.of(caller);
    Cursor cursor = query.cursor();
    long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
    // Asked first: what arrives in between is then younger than "latest" and comes by the stream.
    long latest = alerts.latest(organisation);
    List<Alert> rows = alerts.before(organisation, caller.subject(), before, query.limitAndOne());
    Page<AlertView> page =
        Page.of(rows, query.limit(), alert -> Cursor.of(alert.seq()))
            .map(alert -> views.view(alert, Language.of(locale)));
    return new AlertPage(
        page.items(), page.next(), alerts.unread(organisation, caller.subject()), latest);
  }

  @PostMapping("/{id}/read")
  @Operation(summary = "Mark one alert as read by you")
  ResponseEntity<Void> read(Caller caller, @PathVariable UUID id) {
    if (!alerts.read(Organisations.of(caller), caller.subject(), id, clock.instant())) {
      throw new NotFound();
    }
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/read")
  @Operation(summary = "Mark all alerts up to a number as read by you")
  ResponseEntity<Void> readAll(Caller caller, @ApiBody UpTo upTo) {
    alerts.readUpTo(Organisations.of(caller), caller.subject(), upTo.seq(), clock.instant());
    return ResponseEntity.noContent().build();
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Alerts as server-sent events",
      description =
          "Events: ready (at once, tells where you stand), alert, expired (the access token has"
              + " ended). The id is the alert's seq; resume by Last-Event-ID, or by after when a"
              + " page opens its first stream.")
  SseEmitter stream(
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @Parameter(description = "seq of the last alert that you know")
          @RequestParam(required = false)
          @Nullable String after,
      Locale locale,
      HttpServletResponse response) {
    UUID organisation = Organisations.of(caller);
    String known = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
    // A proxy that gathers the answer before passing it on would hold every alert back.
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    return streams.open(
        new Viewer(organisation, caller.subject()),
        known == null || known.isBlank() ? null : number(known),
        tokenEnd(),
        alert -> views.view(alert, Language.of(locale)));
  }

  private static long number(String text) {
    try {
      return Math.max(0, Long.parseLong(text.strip()));
    } catch (NumberFormatException malformed) {
      throw new InvalidParameter(new FieldError("Last-Event-ID", "cursor"));
    }
  }

  private Instant tokenEnd() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    Instant end =
        caller != null && caller.getPrincipal() instanceof Jwt token ? token.getExpiresAt() : null;
    return end == null ? clock.instant() : end;
  }

  @GetMapping("/preferences")
  @Operation(summary = "Which mails you receive")
  ResponseEntity<PreferenceView> preferences(Caller caller) {
    Organisations.of(caller);
    return answer(preferences.of(caller.subject()));
  }

  @PutMapping("/preferences")
  @Changes
  @Operation(summary = "Choose which mails you receive")
  ResponseEntity<PreferenceView> choose(
      Caller caller, IfMatch ifMatch, @ApiBody PreferenceInput input) {
    UUID organisation = Organisations.of(caller);
    Preference wanted =
        new Preference(
            ifMatch.version(), input.matchMails(), input.digestMails(), input.dealMails());
    return answer(
        preferences
            .replace(caller.subject(), organisation, wanted, clock.instant())
            .orElseThrow(() -> new VersionConflict(preferences.of(caller.subject()).version())));
  }

  private static ResponseEntity<PreferenceView> answer(Preference preference) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(preference.version()))
        .body(
            new PreferenceView(
                preference.matchMails(), preference.digestMails(), preference.dealMails()));
  }

  /**
   * A page of alerts.
   *
   * @param next cursor of the next page, or null on the last
   * @param unread how many you have not read
   * @param latest number of the latest alert: open the stream after it
   */
  record AlertPage(List<AlertView> items, @Nullable String next, long unread, long latest) {}

  /**
   * Up to which alert.
   *
   * @param seq number of the youngest alert that was read
   */
  record UpTo(@NotNull @PositiveOrZero Long seq) {}

  /**
   * A choice of mails.
   *
   * @param matchMails about single matches and first lists
   * @param digestMails summaries
   * @param dealMails inquiries and answers
   */
  record PreferenceInput(
      @NotNull Boolean matchMails, @NotNull Boolean digestMails, @NotNull Boolean dealMails) {}

  /** The choice as it stands. */
  record PreferenceView(boolean matchMails, boolean digestMails, boolean dealMails) {}
}
