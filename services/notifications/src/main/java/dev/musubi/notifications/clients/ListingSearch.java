package dev.musubi.notifications.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.musubi.model.Language;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.domain.Interests;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** The public search, asked for what is new in the words of a subscriber. */
@Component
public class ListingSearch {
  private static final Pattern MARKED = Pattern.compile("\\[\\[(.+?)\\]\\]");
  private static final int PAGE = 100;
  private static final int MOST_WORDS = 3;

  private final RestClient http;
  private final String base;

  ListingSearch(RestClient serviceRestClient, NotificationsSettings settings) {
    this.http = serviceRestClient;
    this.base = settings.matchingUrl().toString();
  }

  /**
   * The newest listings that fit, with the words that met. What only comes near in meaning is not
   * among them when there are words: a digest tells of what somebody asked for, and names it.
   *
   * @throws Unreachable when matching cannot be asked
   */
  public Map<UUID, List<String>> newest(Interests interests, Language lang) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUriString(base + "/api/v1/search/listings")
            .queryParam("q", "{q}")
            .queryParam("lang", lang.code())
            .queryParam("sort", "newest")
            .queryParam("limit", PAGE);
    interests.fields().forEach(field -> address.queryParam("field", field));
    interests.prefectures().forEach(code -> address.queryParam("prefecture", code));
    URI uri =
        address.encode().buildAndExpand(Objects.requireNonNullElse(interests.query(), "")).toUri();
    try {
      Answer answer = http.get().uri(uri).retrieve().body(Answer.class);
      return answer == null || answer.hits() == null
          ? Map.of()
          : byListing(answer.hits(), interests.hasQuery());
    } catch (RuntimeException away) {
      throw new Unreachable("matching", away);
    }
  }

  private static Map<UUID, List<String>> byListing(List<Hit> hits, boolean wordsNeeded) {
    Map<UUID, List<String>> found = new LinkedHashMap<>();
    for (Hit hit : hits) {
      List<String> words = hit.words();
      if (!wordsNeeded || !words.isEmpty()) {
        found.put(hit.listingId(), words);
      }
    }
    return found;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(@Nullable List<Hit> hits) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Hit(UUID listingId, @Nullable Map<String, List<String>> highlights) {
    /** The words that stand between marks. */
    List<String> words() {
      Set<String> found = new LinkedHashSet<>();
      for (List<String> fragments :
          highlights == null ? List.<List<String>>of() : highlights.values()) {
        for (String fragment : fragments) {
          Matcher marks = MARKED.matcher(fragment);
          while (marks.find() && found.size() < MOST_WORDS) {
            found.add(marks.group(1));
          }
        }
      }
      return List.copyOf(found);
    }
  }
}
