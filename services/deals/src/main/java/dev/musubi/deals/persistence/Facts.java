package dev.musubi.deals.persistence;

import dev.musubi.model.event.EventJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What other services have told, as JSON in a column. */
final class Facts {
  private Facts() {}

  static <T> @Nullable T read(@Nullable String json, Class<T> type) {
    return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  static String write(Object facts) {
    return new String(EventJson.write(facts), StandardCharsets.UTF_8);
  }
}
