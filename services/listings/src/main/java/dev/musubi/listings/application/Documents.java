package dev.musubi.listings.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where attached documents are kept. */
public interface Documents {
  void insert(Document document, byte[] content);

  /** In the order in which they were attached. */
  List<Document> of(UUID listing);

  Optional<Document> find(UUID listing, UUID id);

  byte[] content(UUID id);

  boolean delete(UUID listing, UUID id);

  /**
   * A document without its bytes.
   *
   * @param name for people; never part of a path
   * @param type media type by its content
   */
  record Document(
      UUID id,
      UUID listingId,
      String name,
      String type,
      long size,
      String sha256,
      Visibility visibility,
      Instant at) {}

  /** Who may read it. */
  enum Visibility {
    PUBLIC,
    /** Only inside; the deal room shows it once both sides have signed. */
    AFTER_NDA
  }
}
