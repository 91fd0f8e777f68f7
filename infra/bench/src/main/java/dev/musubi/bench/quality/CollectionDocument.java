package dev.musubi.bench.quality;

import dev.musubi.model.Language;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Classifications;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A document of a collection.
 *
 * @param texts by language and field of a listing; the same document may stand in two languages
 * @param ipc its classes, if the collection names any
 */
public record CollectionDocument(
    String id, Map<Language, Map<String, String>> texts, List<String> ipc) {
  private static final Instant PUBLISHED = Instant.parse("2026-01-01T00:00:00Z");

  /** Identity of the listing that is made of it. */
  public UUID listingId() {
    return listingId(id);
  }

  static UUID listingId(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }

  /** Both languages of one document. */
  CollectionDocument and(CollectionDocument other) {
    var both = new EnumMap<>(texts);
    both.putAll(other.texts);
    return new CollectionDocument(id, both, ipc.isEmpty() ? other.ipc : ipc);
  }

  /** A published listing that says what the document says and nothing else. */
  ListingState listing() {
    var written = new ArrayList<ListingState.Text>();
    texts.forEach(
        (language, it) ->
            written.add(
                new ListingState.Text(
                    language.code(),
                    it.getOrDefault("title", ""),
                    it.get("summary"),
                    it.get("problem"),
                    it.get("solution"),
                    it.get("effect"),
                    it.get("products"),
                    it.get("overview"))));
    return new ListingState(
        listingId(),
        1,
        listingId("organisation"),
        ListingState.State.PUBLISHED,
        written,
        List.of(),
        List.of(),
        List.of(),
        new Classifications(ipc, List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        true,
        true,
        PUBLISHED,
        PUBLISHED);
  }
}
