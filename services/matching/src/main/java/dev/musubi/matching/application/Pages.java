package dev.musubi.matching.application;

import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidParameter;
import dev.musubi.matching.application.SearchListings.Sort;
import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.TextFilter;
import dev.musubi.matching.search.ListingCard;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests for the documents of one page, and where the next page begins. */
final class Pages {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> MARKED =
      List.of("title", "summary", "problem", "effect", "products", "solution", "overview");
  private static final int FRAGMENT = 120;

  private Pages() {}

  /** These documents, with the words marked. */
  static ObjectNode byIds(Collection<String> ids, Asked words) {
    var body = MAPPER.createObjectNode();
    body.put("size", ids.size());
    ids.forEach(body.putObject("query").putObject("ids").putArray("values")::add);
    return shown(body, words);
  }

  /** A page of a list that is not ranked. */
  static ObjectNode sorted(
      List<JsonNode> clauses,
      Sort sort,
      @Nullable Cursor cursor,
      int limit,
      @Nullable Asked words) {
    var body = MAPPER.createObjectNode();
    body.put("size", limit).put("track_total_hits", false);
    var filter = body.putObject("query").putObject("bool").putArray("filter");
    clauses.forEach(filter::add);
    var order = body.putArray("sort");
    order.addObject().putObject(field(sort)).put("order", "desc").put("missing", "_last");
    order.addObject().put("id", "asc");
    if (cursor != null) {
      if (!cursor.text(0).equals(name(sort))) {
        throw wrong();
      }
      body.putArray("search_after").add(cursor.number(1)).add(cursor.text(2));
    }
    return shown(body, words);
  }

  static Cursor cursor(Sort sort, JsonNode last) {
    var values = last.path("sort");
    return Cursor.of(name(sort), values.path(0).asLong(), values.path(1).asString());
  }

  /** A score in a cursor that must have been given for the same order. */
  static double score(Cursor cursor) {
    try {
      if (cursor.text(0).equals(name(Sort.RELEVANCE))) {
        return Double.parseDouble(cursor.text(1));
      }
    } catch (NumberFormatException none) {
      throw wrong();
    }
    throw wrong();
  }

  static String name(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "r";
      case NEWEST -> "n";
      case REMAINING -> "l";
    };
  }

  private static String field(Sort sort) {
    return sort == Sort.REMAINING ? "expires_on" : "published_at";
  }

  private static InvalidParameter wrong() {
    return new InvalidParameter(new FieldError("cursor", "cursor"));
  }

  private static ObjectNode shown(ObjectNode body, @Nullable Asked words) {
    var sources = body.putArray("_source");
    ListingCard.sources().forEach(sources::add);
    if (words != null) {
      var marks = (ObjectNode) TextFilter.marks(words, MARKED);
      marks.put("number_of_fragments", 2).put("fragment_size", FRAGMENT).put("order", "score");
      for (var field : marks.path("fields").properties()) {
        if (field.getKey().endsWith(".title")) {
          ((ObjectNode) field.getValue()).put("number_of_fragments", 0);
        }
      }
      body.set("highlight", marks);
    }
    return body;
  }
}
