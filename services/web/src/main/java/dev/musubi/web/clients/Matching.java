package dev.musubi.web.clients;

import dev.musubi.model.event.ListingState;
import dev.musubi.web.door.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Search and matches. */
@Component
public class Matching {
  private final Upstream upstream;

  Matching(Upstream upstream) {
    this.upstream = upstream;
  }

  /** Listings by words and filters. */
  public Answer<SearchResult> search(Asker asker, SearchQuestion question) {
    return upstream.get(
        asker,
        Service.MATCHING,
        question.query().after("/api/v1/search/listings"),
        SearchResult.class);
  }

  /** Listings for a long text; it travels in the body, so that it stays out of logs. */
  public Answer<SearchResult> searchByText(Asker asker, String text, String lang, int limit) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("q", text);
    body.put("lang", lang);
    body.put("limit", limit);
    return upstream.change(
        asker,
        Service.MATCHING,
        Upstream.Change.post("/api/v1/search/listings", body),
        null,
        SearchResult.class);
  }

  /**
   * Listings that fit a need.
   *
   * @param unalerted only those that came without an alert
   */
  public Answer<Matches> matchesOfNeed(
      Asker asker, String need, boolean unalerted, @Nullable String cursor) {
    return upstream.get(
        asker,
        Service.MATCHING,
        new Query()
            .with("unalerted", unalerted ? "true" : null)
            .with("cursor", cursor)
            .with("limit", 20)
            .after(path("needs", need)),
        Matches.class);
  }

  /** Patents near to a listing that are known and not on offer. */
  public Answer<NearPatents> near(Asker asker, String listing) {
    return upstream.get(
        asker, Service.MATCHING, "/api/v1/search/listings/" + listing + "/near", NearPatents.class);
  }

  /** At most three of them. */
  public record NearPatents(List<Near> items) {
    /** Fills in what the service left out. */
    public NearPatents {
      items = Known.list(items);
    }
  }

  /** What the gazettes say of one. */
  public record Near(List<ListingState.Right> rights, boolean sample) {
    /** Fills in what the service left out. */
    public Near {
      rights = Known.list(rights);
    }
  }

  /** Open patents against needs. */
  public Answer<Landscape> landscape(Asker asker) {
    return upstream.get(asker, Service.MATCHING, "/api/v1/landscape", Landscape.class);
  }

  /** How many alerts a need would have had in the last four weeks. */
  public Answer<AlertPreview> alertPreview(Asker asker, String need, int budget) {
    return upstream.get(
        asker,
        Service.MATCHING,
        new Query().with("budgetPerWeek", budget).after("/api/v1/needs/" + need + "/alert-preview"),
        AlertPreview.class);
  }

  /** The same for a text that is no need yet. */
  public Answer<AlertPreview> alertPreviewOfText(Asker asker, String text, int budget) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", text);
    body.put("budgetPerWeek", budget);
    return upstream.change(
        asker,
        Service.MATCHING,
        Upstream.Change.post("/api/v1/search/alert-preview", body),
        null,
        AlertPreview.class);
  }

  /**
   * Alerts that there would have been.
   *
   * @param arrivals listings that came on offer in these weeks
   */
  public record AlertPreview(int budgetPerWeek, int alerts, long arrivals) {}

  /** Needs that a listing fits, as far as their owners let it be seen. */
  public Answer<Matches> matchesOfListing(Asker asker, String listing, @Nullable String cursor) {
    return upstream.get(
        asker,
        Service.MATCHING,
        new Query().with("cursor", cursor).with("limit", 20).after(path("listings", listing)),
        Matches.class);
  }

  /** A firm's answer to a match. */
  public Answer<JsonNode> feedback(
      Asker asker, String match, String answer, @Nullable String reason, @Nullable String comment) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("answer", answer);
    if (reason != null) {
      body.put("reason", reason);
    }
    if (comment != null && !comment.isBlank()) {
      body.put("comment", comment);
    }
    return upstream.create(
        asker, Service.MATCHING, "/api/v1/matches/" + match + "/feedback", body, JsonNode.class);
  }

  private static String path(String collection, String id) {
    return "/api/v1/" + collection + "/" + id + "/matches";
  }

  /**
   * A page of matches.
   *
   * @param hidden needs whose owners do not show them
   * @param unalerted matches of a need that came without an alert
   */
  public record Matches(
      List<NeedMatch> items,
      @Nullable String next,
      @Nullable Long total,
      @Nullable Long hidden,
      @Nullable Long unalerted) {
    /** Of what has none. */
    public static final Matches NONE = new Matches(List.of(), null, 0L, 0L, 0L);

    /** Fills in what the service left out. */
    public Matches {
      items = Known.list(items);
    }
  }
}
