package dev.musubi.notifications.domain;

import dev.musubi.model.event.MatchState.Title;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as a mail or an alert names it.
 *
 * @param listingId the listing
 * @param titles by language; may be empty while the listing is not known here yet
 * @param summaries one plain sentence by language
 * @param owner name of the organisation that lists it, or null when unknown
 * @param ownerEn its English name, or null
 * @param prefecture JIS X 0401 code, or null
 */
public record Headline(
    UUID listingId,
    List<Title> titles,
    List<Title> summaries,
    @Nullable String owner,
    @Nullable String ownerEn,
    @Nullable String prefecture) {
  /** Copies the lists. */
  public Headline {
    titles = List.copyOf(titles);
    summaries = List.copyOf(summaries);
  }

  /** The title in the reader's language, else in another; empty when there is none. */
  public String title(String lang) {
    return in(lang, titles);
  }

  /** The summary in the reader's language, else in another; empty when there is none. */
  public String summary(String lang) {
    return in(lang, summaries);
  }

  /** The owner's name for a reader of this language; empty when unknown. */
  public String owner(String lang) {
    String name = "en".equals(lang) && ownerEn != null ? ownerEn : owner;
    return name == null ? "" : name;
  }

  private static String in(String lang, List<Title> texts) {
    return texts.stream()
        .filter(text -> text.lang().equals(lang))
        .findFirst()
        .or(() -> texts.stream().findFirst())
        .map(Title::text)
        .orElse("");
  }
}
