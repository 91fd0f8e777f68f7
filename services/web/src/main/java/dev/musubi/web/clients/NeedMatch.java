package dev.musubi.web.clients;

import dev.musubi.model.event.MatchState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match with what it joins.
 *
 * @param listing the open patent, on a need's page
 * @param need the need, on a listing's page; null when its owner does not show it
 */
public record NeedMatch(Match match, @Nullable Card listing, @Nullable NeedCard need) {

  /** The pair. */
  public record Match(
      String id,
      String needId,
      String listingId,
      double score,
      int rank,
      @Nullable String algorithm,
      @Nullable String state,
      List<MatchState.Reason> reasons,
      MatchState.@Nullable Feedback feedback,
      @Nullable String foundAt) {
    /** Fills in what the service left out. */
    public Match {
      reasons = Known.list(reasons);
    }
  }

  /** A listing in short. */
  public record Card(
      @Nullable String id,
      @Nullable String title,
      @Nullable String titleLang,
      @Nullable String summary,
      SearchResult.@Nullable Owner organisation,
      List<String> licenceKinds,
      @Nullable Double remainingYears,
      boolean sample) {
    /** Fills in what the service left out. */
    public Card {
      licenceKinds = Known.list(licenceKinds);
    }
  }

  /** A need in short, as far as it may be seen. */
  public record NeedCard(
      @Nullable String id,
      @Nullable String title,
      @Nullable String text,
      @Nullable String lang,
      @Nullable String visibility,
      SearchResult.@Nullable Owner organisation) {}
}
