package dev.musubi.listings.application;

import dev.musubi.listings.domain.ListingContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a listing: who made it when, and what changed.
 *
 * @param changed pointers of what changed, texts by language
 * @param before the content before the change; null when it did not change
 * @param note reason, as given
 */
public record Version(
    UUID listingId,
    long version,
    Instant at,
    Actor actor,
    Action action,
    List<String> changed,
    @Nullable ListingContent before,
    @Nullable String note) {
  public Version {
    changed = List.copyOf(changed);
  }
}
