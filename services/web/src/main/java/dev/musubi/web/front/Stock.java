package dev.musubi.web.front;

import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Matching;
import dev.musubi.web.clients.SearchQuestion;
import dev.musubi.web.clients.SearchResult;
import dev.musubi.web.clients.SearchResult.FacetValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is on offer now, by prefecture and by field, for the drawings of the front page. Asked anew
 * after half a minute: a drawing may be a little behind, and thousands of readers are one question.
 */
@Component
final class Stock {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST_FIELDS = 10;

  private final Matching matching;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  Stock(Matching matching, Clock clock) {
    this.matching = matching;
    this.clock = clock;
  }

  Optional<Now> of(Asker asker) {
    Kept last = kept;
    if (last != null && last.at().plus(KEPT).isAfter(clock.instant())) {
      return Optional.of(last.now());
    }
    SearchQuestion everything = SearchQuestion.text("", asker.locale().getLanguage(), 1);
    Optional<Now> now =
        matching.search(new Asker(null, asker.locale()), everything).value().map(Stock::drawn);
    now.ifPresent(fresh -> kept = new Kept(fresh, clock.instant()));
    return now.or(() -> Optional.ofNullable(last).map(Kept::now));
  }

  private static Now drawn(SearchResult result) {
    Map<String, Long> byPrefecture =
        result.facet("prefecture").stream()
            .collect(Collectors.toMap(FacetValue::value, FacetValue::count, Long::sum));
    List<FacetValue> fields = result.facet("field").stream().limit(MOST_FIELDS).toList();
    long longest = fields.stream().mapToLong(FacetValue::count).max().orElse(1);
    List<Bar> bars =
        fields.stream()
            .map(field -> new Bar(field.value(), field.count(), field.count() * 100 / longest))
            .toList();
    return new Now(result.total(), TileMap.of(byPrefecture), bars);
  }

  /**
   * What is on offer.
   *
   * @param total listings
   * @param tiles one a prefecture
   * @param bars one a field, the longest first
   */
  record Now(long total, List<TileMap.Tile> tiles, List<Bar> bars) {
    /** Prefectures with at least one listing. */
    public long prefectures() {
      return tiles.stream().filter(tile -> tile.count() > 0).count();
    }
  }

  /** A bar of the chart; {@code width} in percent of the longest. */
  record Bar(String code, long count, long width) {}

  private record Kept(Now now, Instant at) {}
}
