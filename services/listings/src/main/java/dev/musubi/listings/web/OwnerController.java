package dev.musubi.listings.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Cursor;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.listings.application.Action;
import dev.musubi.listings.application.CountViews;
import dev.musubi.listings.application.Days;
import dev.musubi.listings.application.ReadListing;
import dev.musubi.listings.application.ReadListing.Sight;
import dev.musubi.listings.application.ReadListing.View;
import dev.musubi.listings.application.Version;
import dev.musubi.listings.domain.Quality;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only the listing organisation is told: versions, quality, views. */
@RestController
@RequestMapping("/api/v1/listings")
@Tag(name = "Listings")
class OwnerController {
  private final ReadListing read;
  private final CountViews counting;
  private final MessageSource messages;
  private final Days days;

  OwnerController(ReadListing read, CountViews counting, MessageSource messages, Days days) {
    this.read = read;
    this.counting = counting;
    this.messages = messages;
    this.days = days;
  }

  /**
   * @param actor account or client
   * @param changed JSON pointers of what changed, texts by language
   * @param before the content before the change, when it changed
   */
  record VersionView(
      long version,
      Instant at,
      String actor,
      @Nullable UUID organisation,
      Action action,
      List<String> changed,
      @Nullable ListingInput before,
      @Nullable String note) {
    static VersionView of(Version it) {
      return new VersionView(
          it.version(),
          it.at(),
          it.actor().subject(),
          it.actor().organisation(),
          it.action(),
          it.changed(),
          it.before() == null ? null : ListingInputs.of(it.before()),
          it.note());
    }
  }

  @Operation(summary = "Who changed what when, newest first")
  @GetMapping("/{id}/versions")
  Page<VersionView> versions(Caller caller, @PathVariable UUID id, PageQuery page) {
    Cursor cursor = page.cursor();
    Long before = cursor == null ? null : (Long) cursor.number(0);
    List<Version> rows = read.versions(caller, id, before, page.limitAndOne());
    return Page.of(rows, page.limit(), it -> Cursor.of(it.version())).map(VersionView::of);
  }

  @Operation(summary = "How well the listing tells what firms need to know, and what is missing")
  @GetMapping("/{id}/quality")
  QualityView quality(Caller caller, @PathVariable UUID id, Locale locale) {
    Sight sight = read.see(caller, id);
    if (sight.view() != View.INSIDE) {
      throw new NotFound();
    }
    return quality(Quality.of(sight.listing().content(), days.today()), locale);
  }

  @Operation(summary = "The quality of a text that is still being written; nothing is stored")
  @PostMapping("/quality")
  QualityView quality(@ApiBody ListingInput input, Locale locale) {
    return quality(Quality.of(input.content(), days.today()), locale);
  }

  @Operation(summary = "How often the listing was looked at; holds no personal data")
  @GetMapping("/{id}/views")
  CountViews.Counted views(Caller caller, @PathVariable UUID id) {
    return counting.of(caller, id);
  }

  private QualityView quality(Quality quality, Locale locale) {
    return QualityView.of(quality, messages, locale);
  }
}
