package dev.musubi.listings.web;

import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.listings.domain.Quality;
import dev.musubi.model.Language;
import dev.musubi.model.event.ListingState.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of an organisation's listings.
 *
 * @param title in the reader's language where there is one
 * @param quality 0 to 100
 */
record ListingRow(
    UUID id,
    long version,
    Status state,
    @Nullable String title,
    @Nullable String titleLang,
    @Nullable String reason,
    @Nullable String source,
    @Nullable String externalId,
    int quality,
    @Nullable LocalDate expiresOn,
    boolean sample,
    @Nullable Instant publishedAt,
    Instant changedAt) {
  static ListingRow of(Listing it, Locale locale, LocalDate today) {
    Text text = preferred(it.content().texts(), Language.of(locale).code());
    return new ListingRow(
        it.id(),
        it.version(),
        it.status(),
        text == null ? null : text.title(),
        text == null ? null : text.lang(),
        it.reason(),
        it.source(),
        it.externalId(),
        Quality.of(it.content(), today).score(),
        it.expiresOn(),
        it.content().sample(),
        it.publishedAt(),
        it.changedAt());
  }

  private static @Nullable Text preferred(List<Text> texts, String lang) {
    return texts.stream()
        .filter(text -> text.lang().equals(lang))
        .findFirst()
        .orElse(texts.isEmpty() ? null : texts.getFirst());
  }
}
