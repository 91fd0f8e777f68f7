package dev.musubi.listings.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Changes;
import dev.musubi.http.IfMatch;
import dev.musubi.listings.application.CheckPublication;
import dev.musubi.listings.application.PublishListing;
import dev.musubi.listings.application.ReadListing;
import dev.musubi.listings.application.WithdrawListing;
import dev.musubi.listings.domain.Listing;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Onto the market and off it. */
@RestController
@RequestMapping("/api/v1/listings/{id}")
@Tag(name = "Listings")
class PublicationController {
  private final PublishListing publish;
  private final WithdrawListing withdraw;
  private final CheckPublication check;
  private final ReadListing read;
  private final ListingViews views;
  private final MessageSource messages;

  PublicationController(
      PublishListing publish,
      WithdrawListing withdraw,
      CheckPublication check,
      ReadListing read,
      ListingViews views,
      MessageSource messages) {
    this.publish = publish;
    this.withdraw = withdraw;
    this.check = check;
    this.read = read;
    this.views = views;
    this.messages = messages;
  }

  /**
   * @param reason for the versions; the public does not see it
   */
  record Withdrawal(@NotBlank @Size(max = 500) @Nullable String reason) {
    String text() {
      return reason == null ? "" : reason.strip();
    }
  }

  /** What stands against publication; empty when nothing does. */
  record Checks(List<CheckView> failed) {}

  @Operation(summary = "Publish; 409 with every failed check when it may not be")
  @Changes
  @PostMapping("/publish")
  ResponseEntity<ListingView> publish(
      Caller caller, @PathVariable UUID id, HttpServletRequest request, Locale locale) {
    long seen = IfMatch.required(request);
    return answer(publish.publish(caller, id, OptionalLong.of(seen)), caller, locale);
  }

  @Operation(summary = "Withdraw a published listing, with a reason; If-Match is optional")
  @PostMapping("/withdraw")
  ResponseEntity<ListingView> withdraw(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      @ApiBody Withdrawal withdrawal,
      Locale locale) {
    OptionalLong seen = IfMatch.optional(request);
    return answer(withdraw.withdraw(caller, id, seen, withdrawal.text()), caller, locale);
  }

  @Operation(summary = "Delete a draft; what was published can only be withdrawn")
  @Changes
  @DeleteMapping
  ResponseEntity<Void> delete(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    withdraw.delete(caller, id, OptionalLong.of(IfMatch.required(request)));
    return ResponseEntity.noContent().build();
  }

  @Operation(summary = "What stands against publication, without publishing")
  @GetMapping("/checks")
  Checks checks(Caller caller, @PathVariable UUID id, Locale locale) {
    return new Checks(CheckView.of(check.failures(caller, id), messages, locale));
  }

  private ResponseEntity<ListingView> answer(Listing listing, Caller caller, Locale locale) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(listing.version()))
        .body(views.of(read.see(caller, listing.id()), caller, locale));
  }
}
