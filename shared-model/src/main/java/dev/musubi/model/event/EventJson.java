package dev.musubi.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events are written and read, the same everywhere: ISO 8601 dates and times in UTC, absent
 * instead of null, unknown fields ignored (a reader may be older than the writer).
 */
public final class EventJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private EventJson() {}

  /** The mapper itself, for readers of trees. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** An event as it is sent. */
  public static byte[] write(Object state) {
    return MAPPER.writeValueAsBytes(state);
  }

  /** An event as it was sent. Fails with Jackson's exceptions when it is none of this type. */
  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
