package dev.musubi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.testkit.fuzz.FuzzContract;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Any listing and any need that keeps its contract becomes a document and a question. The first
 * byte of an input chooses which of the two the rest is.
 */
final class DocumentFuzzTest implements FuzzContract {
  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  public static void fuzzerTestOneInput(byte[] input) {
    new DocumentFuzzTest().read(input);
  }

  @Override
  public void read(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] json = Arrays.copyOfRange(input, 1, input.length);
    if (input[0] % 2 == 0) {
      ListingState listing = state(json, Topics.LISTING, ListingState.class);
      if (listing != null) {
        assertThat(ListingDocument.of(listing, null, TODAY).path("id").asString())
            .isEqualTo(listing.id().toString());
        assertThat(ListingDocument.question(listing)).isNotNull();
        assertThat(ListingDocument.passages(listing)).isNotNull();
      }
    } else {
      NeedState need = state(json, Topics.NEED, NeedState.class);
      if (need != null) {
        assertThat(NeedDocument.of(need).path("id").asString()).isEqualTo(need.id().toString());
        assertThat(NeedDocument.question(need)).isNotNull();
      }
    }
  }

  private static <T> @Nullable T state(byte[] json, String topic, Class<T> type) {
    try {
      JsonNode tree = EventJson.mapper().readTree(json);
      return SCHEMAS.violation(topic, tree).isPresent()
          ? null
          : EventJson.mapper().treeToValue(tree, type);
    } catch (JacksonException refused) {
      return null;
    }
  }
}
