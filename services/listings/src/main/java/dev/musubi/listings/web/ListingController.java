package dev.musubi.listings.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Changes;
import dev.musubi.http.Creates;
import dev.musubi.http.Cursor;
import dev.musubi.http.Idempotency;
import dev.musubi.http.IfMatch;
import dev.musubi.http.MergePatch;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.listings.application.Access;
import dev.musubi.listings.application.CountViews;
import dev.musubi.listings.application.DraftListing;
import dev.musubi.listings.application.EditListing;
import dev.musubi.listings.application.ReadListing;
import dev.musubi.listings.application.ReadListing.Sight;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Listings: write, read, change. */
@RestController
@RequestMapping("/api/v1/listings")
@Tag(name = "Listings")
class ListingController {
  private final DraftListing draft;
  private final EditListing edit;
  private final ReadListing read;
  private final CountViews counting;
  private final ListingViews views;
  private final Idempotency idempotency;

  ListingController(
      DraftListing draft,
      EditListing edit,
      ReadListing read,
      CountViews counting,
      ListingViews views,
      Idempotency idempotency) {
    this.draft = draft;
    this.edit = edit;
    this.read = read;
    this.counting = counting;
    this.views = views;
    this.idempotency = idempotency;
  }

  @Operation(summary = "Write a draft")
  @Creates
  @PostMapping
  ResponseEntity<ListingView> create(
      Caller caller,
      HttpServletRequest request,
      @RequestParam Optional<UUID> organisation,
      @ApiBody ListingInput input,
      Locale locale) {
    return idempotency.once(
        request,
        () -> {
          Listing listing = draft.draft(caller, organisation, input.content());
          return ResponseEntity.created(URI.create("/api/v1/listings/" + listing.id()))
              .eTag(IfMatch.etag(listing.version()))
              .body(view(caller, listing.id(), locale));
        });
  }

  @Operation(summary = "Read a listing: open to all while it is published")
  @GetMapping("/{id}")
  ResponseEntity<ListingView> get(Caller caller, @PathVariable UUID id, Locale locale) {
    Sight sight = read.see(caller, id);
    counting.look(sight);
    return answer(sight, caller, locale);
  }

  @Operation(summary = "The own organisation's listings, newest first")
  @GetMapping
  Page<ListingRow> list(
      Caller caller,
      PageQuery page,
      @RequestParam(required = false) @Nullable Set<Status> state,
      @RequestParam Optional<UUID> organisation,
      Locale locale) {
    UUID mine = ownOrganisation(caller, organisation);
    List<Listing> rows = read.own(mine, state, after(page), page.limitAndOne());
    return Page.of(rows, page.limit(), it -> Cursor.of(it.id()))
        .map(it -> ListingRow.of(it, locale, views.today()));
  }

  @Operation(summary = "Change a listing by a JSON merge patch (RFC 7396)")
  @Changes
  @PatchMapping("/{id}")
  ResponseEntity<ListingView> patch(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      @ApiBody MergePatch<ListingInput> patch,
      Locale locale) {
    long seen = IfMatch.required(request);
    edit.edit(
        caller,
        id,
        OptionalLong.of(seen),
        content -> patch.applyTo(ListingInputs.of(content)).content());
    return answer(read.see(caller, id), caller, locale);
  }

  private ListingView view(Caller caller, UUID id, Locale locale) {
    // An operator's draft belongs to another organisation, which it sees all the same.
    return views.of(read.see(caller, id), caller, locale);
  }

  private ResponseEntity<ListingView> answer(Sight sight, Caller caller, Locale locale) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(sight.listing().version()))
        .body(views.of(sight, caller, locale));
  }

  static UUID ownOrganisation(Caller caller, Optional<UUID> asked) {
    return Access.readingOrganisation(caller, asked);
  }

  static @Nullable UUID after(PageQuery page) {
    Cursor cursor = page.cursor();
    return cursor == null ? null : cursor.uuid(0);
  }
}
