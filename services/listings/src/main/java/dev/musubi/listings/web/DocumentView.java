package dev.musubi.listings.web;

import dev.musubi.listings.application.Documents.Document;
import dev.musubi.listings.application.Documents.Visibility;
import java.time.Instant;
import java.util.UUID;

/**
 * An attached document.
 *
 * @param href where its bytes are
 */
record DocumentView(
    UUID id,
    String name,
    String type,
    long size,
    String sha256,
    Visibility visibility,
    Instant at,
    String href) {
  static DocumentView of(Document it) {
    return new DocumentView(
        it.id(),
        it.name(),
        it.type(),
        it.size(),
        it.sha256(),
        it.visibility(),
        it.at(),
        "/api/v1/listings/" + it.listingId() + "/documents/" + it.id());
  }
}
