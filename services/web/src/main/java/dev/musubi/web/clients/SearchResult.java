package dev.musubi.web.clients;

import dev.musubi.model.event.MatchState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answer of the public search. */
public record SearchResult(
    @Nullable String query,
    long total,
    List<Hit> hits,
    Map<String, List<FacetValue>> facets,
    List<String> suggestions,
    @Nullable String corrected,
    Map<String, String> legs,
    @Nullable String next) {

  /** Fills in what the service left out. */
  public SearchResult {
    hits = Known.list(hits);
    facets = Known.map(facets);
    suggestions = Known.list(suggestions);
    legs = Known.map(legs);
  }

  /** The values of one facet, empty when there is none. */
  public List<FacetValue> facet(String name) {
    return Known.list(facets.get(name));
  }

  /** One value to narrow by, and how many listings have it. */
  public record FacetValue(String value, long count) {}

  /**
   * One listing found.
   *
   * @param highlights fragments by field, with marks as {@code [[…]]}
   */
  public record Hit(
      String listingId,
      String title,
      @Nullable String titleLang,
      @Nullable String summary,
      @Nullable Owner organisation,
      double score,
      Map<String, List<String>> highlights,
      List<MatchState.Reason> reasons,
      List<String> licenceKinds,
      List<String> ipc,
      List<String> fields,
      @Nullable Double remainingYears,
      boolean sample) {
    private static final Set<String> SHOWN_WHOLE = Set.of("title", "summary");

    /** Fills in what the service left out. */
    public Hit {
      highlights = Known.map(highlights);
      reasons = Known.list(reasons);
      licenceKinds = Known.list(licenceKinds);
      ipc = Known.list(ipc);
      fields = Known.list(fields);
    }

    /** At most two marked fragments from below title and summary, which are shown themselves. */
    public List<Fragment> fragments() {
      return highlights.entrySet().stream()
          .filter(entry -> !SHOWN_WHOLE.contains(entry.getKey()) && !entry.getValue().isEmpty())
          .limit(2)
          .map(entry -> new Fragment(entry.getKey(), entry.getValue().getFirst()))
          .toList();
    }
  }

  /** A piece of a field, with marks as {@code [[…]]}. */
  public record Fragment(String where, String text) {}

  /** Who offers it. */
  public record Owner(@Nullable String id, @Nullable String name, @Nullable String prefecture) {}
}
