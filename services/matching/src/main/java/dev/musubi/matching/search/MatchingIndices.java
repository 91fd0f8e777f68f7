package dev.musubi.matching.search;

import dev.musubi.search.IndexDefinition;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchEngine;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two indices of matching: listings are found by needs and by people, needs by listings.
 * Nothing is in them that could not be made again from the database.
 */
public record MatchingIndices(LogicalIndex listings, LogicalIndex needs) {
  public static final String LISTINGS = "listings";
  public static final String NEEDS = "needs";
  private static final int SHIPPED_DIMENSIONS = 384;

  /** With vectors of the shipped model's length. */
  public static MatchingIndices of(SearchEngine engine, String prefix) {
    return of(engine, prefix, SHIPPED_DIMENSIONS);
  }

  /**
   * @param prefix first part of the names; the quality bench has one of its own
   * @param dimensions numbers of a vector
   */
  public static MatchingIndices of(SearchEngine engine, String prefix, int dimensions) {
    return new MatchingIndices(
        new LogicalIndex(engine, prefix, definition(LISTINGS, dimensions)),
        new LogicalIndex(engine, prefix, definition(NEEDS, dimensions)));
  }

  private static IndexDefinition definition(String name, int dimensions) {
    return IndexDefinition.read(
        MatchingIndices.class,
        name,
        body -> ((ObjectNode) body.at("/mappings/properties/vector")).put("dims", dimensions));
  }
}
