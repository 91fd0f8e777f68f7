package dev.musubi.notifications.application;

import dev.musubi.notifications.clients.ListingSearch;
import dev.musubi.notifications.domain.Content.Item;
import dev.musubi.notifications.domain.Content.Why;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.ListingViews.Fresh;
import dev.musubi.notifications.persistence.Subscriptions.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Chooses what is news to a subscriber. What is new is known here, from the listings' events; only
 * whether it fits a person's words is asked of matching's search, which knows the languages.
 * RATIONALE tells why.
 */
@Component
class ChooseListings {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000、,]+");

  private final ListingSearch search;

  ChooseListings(ListingSearch search) {
    this.search = search;
  }

  /**
   * News that fit, by the search when there are words to be looked for.
   *
   * @throws dev.musubi.notifications.clients.Unreachable when the search is away
   */
  List<Item> bySearch(Subscription reader, Collection<Fresh> news) {
    Interests interests = reader.interests();
    if (!interests.hasQuery() || news.isEmpty()) {
      return byOwnWords(reader, news);
    }
    Map<UUID, Fresh> known =
        news.stream()
            .collect(Collectors.toMap(it -> it.headline().listingId(), Function.identity()));
    List<Item> items = new ArrayList<>();
    search
        .newest(interests, reader.lang())
        .forEach(
            (listing, words) -> {
              Fresh fresh = known.get(listing);
              if (fresh != null && fits(fresh, interests)) {
                items.add(new Item(fresh.headline(), why(fresh, interests, words)));
              }
            });
    return items;
  }

  /** News that fit by the words as they stand, without the languages' forms. */
  List<Item> byOwnWords(Subscription reader, Collection<Fresh> news) {
    Interests interests = reader.interests();
    List<String> words = words(interests);
    return news.stream()
        .filter(fresh -> fits(fresh, interests))
        .filter(fresh -> words.stream().allMatch(fresh.words()::contains))
        .map(fresh -> new Item(fresh.headline(), why(fresh, interests, words)))
        .toList();
  }

  private static boolean fits(Fresh fresh, Interests interests) {
    String prefecture = fresh.headline().prefecture();
    return (interests.fields().isEmpty()
            || interests.fields().stream().anyMatch(fresh.fields()::contains))
        && (interests.prefectures().isEmpty()
            || (prefecture != null && interests.prefectures().contains(prefecture)));
  }

  private static List<String> words(Interests interests) {
    String query = interests.query();
    return query == null || query.isBlank()
        ? List.of()
        : BLANKS
            .splitAsStream(ListingViews.comparable(query).strip())
            .filter(word -> !word.isEmpty())
            .toList();
  }

  private static List<Why> why(Fresh fresh, Interests interests, List<String> words) {
    List<Why> why = new ArrayList<>();
    words.stream().limit(3).forEach(word -> why.add(new Why(Why.Kind.WORD, word)));
    interests.fields().stream()
        .filter(fresh.fields()::contains)
        .limit(1)
        .forEach(code -> why.add(new Why(Why.Kind.FIELD, code)));
    String prefecture = fresh.headline().prefecture();
    if (prefecture != null && interests.prefectures().contains(prefecture)) {
      why.add(new Why(Why.Kind.PREFECTURE, prefecture));
    }
    return why.isEmpty() ? List.of(new Why(Why.Kind.NEW, "")) : List.copyOf(why);
  }
}
