package dev.musubi.listings.application;

import dev.musubi.listings.domain.ListingContent;
import dev.musubi.model.event.EventJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether a row says the same as when it was imported last. */
final class ContentHash {
  private ContentHash() {}

  static byte[] of(ListingContent content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(EventJson.write(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
