package dev.musubi.listings.imports;

import dev.musubi.listings.application.ListingsUpsert;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.model.event.EventJson;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row together with what it became in the words of listings.
 *
 * @param problem what keeps it from being bound, or null
 */
record Binding(ReadRow read, Optional<ListingsUpsert.Row> row, @Nullable RowProblem problem) {
  /** A yes-or-no that a row does not mention is a no. */
  private static final JsonMapper MAPPER =
      EventJson.mapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** The same row, left out because it cannot be stored. */
  Binding refused() {
    return new Binding(read, Optional.empty(), RowProblem.error(null, "not-storable", null));
  }

  static Binding of(ReadRow read) {
    if (read.input() == null) {
      return new Binding(read, Optional.empty(), null);
    }
    try {
      ListingContent content = MAPPER.treeToValue(read.input(), ListingContent.class);
      return new Binding(
          read, Optional.of(new ListingsUpsert.Row(read.externalId(), content)), null);
    } catch (JacksonException e) {
      String path =
          e.getPath().stream()
              .map(
                  part ->
                      part.getPropertyName() == null
                          ? "" + part.getIndex()
                          : part.getPropertyName())
              .collect(Collectors.joining("/", "/", ""));
      return new Binding(
          read, Optional.empty(), RowProblem.error(path, "value", e.getOriginalMessage()));
    }
  }
}
