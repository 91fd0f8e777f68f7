package dev.musubi.listings.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row in our own words.
 *
 * @param line of the file on which it begins
 * @param externalId its identity in its own system, or null when it has none
 * @param input in the shape of {@code ListingInput}, or null when problems keep it from being read
 * @param problems each names its column
 * @param columns where a field of the input came from, by JSON pointer
 */
record ReadRow(
    long line,
    @Nullable String externalId,
    @Nullable ObjectNode input,
    List<RowProblem> problems,
    Map<String, String> columns) {}
