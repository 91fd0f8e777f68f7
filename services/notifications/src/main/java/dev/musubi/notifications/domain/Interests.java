package dev.musubi.notifications.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants to hear of. All parts that are given must fit; a person who gives none
 * hears of everything new.
 *
 * @param query words in the person's own language, or null
 * @param fields technical fields, codes of the shared list; one of them must fit
 * @param prefectures JIS X 0401 codes; one of them must fit
 */
public record Interests(@Nullable String query, List<String> fields, List<String> prefectures) {
  /** Copies the lists, so that interests cannot change. */
  public Interests {
    fields = List.copyOf(fields);
    prefectures = List.copyOf(prefectures);
  }

  /** The words, when there are any. */
  public boolean hasQuery() {
    return query != null && !query.isBlank();
  }
}
