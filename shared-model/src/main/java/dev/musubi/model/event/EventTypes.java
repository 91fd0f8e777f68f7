package dev.musubi.model.event;

import java.util.List;
import java.util.Map;

/**
 * Every event that is told, by its aggregate and the short name of its type. A new one comes with a
 * golden example; an old one is never taken away, because it lies in topics for years.
 */
public final class EventTypes {
  private static final Map<String, List<String>> TYPES =
      Map.of(
          "listing",
          List.of("published", "changed", "withdrawn", "lapsed", "licensed"),
          "need",
          List.of("activated", "changed", "paused", "closed"),
          "organisation",
          List.of("registered", "changed"),
          "match",
          List.of("found", "rescored", "ended", "feedback"),
          "deal",
          List.of(
              "inquired",
              "answered",
              "revealed",
              "message-written",
              "answer-overdue",
              "withdrawn",
              "closed"),
          "delivery",
          List.of("sent", "failed"));

  /** That the aggregate is gone: it has no state, so it needs no example. */
  private static final String DELETED = "deleted";

  private EventTypes() {}

  /** Types that carry the state of this aggregate. */
  public static List<String> of(String aggregate) {
    return TYPES.getOrDefault(aggregate, List.of());
  }

  /** Whether there is such a type, {@code deleted} included. */
  public static boolean exists(String aggregate, String type) {
    return TYPES.containsKey(aggregate) && (type.equals(DELETED) || of(aggregate).contains(type));
  }
}
