package dev.musubi.messaging;

import dev.musubi.model.event.EventTypes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of topics and of event types. */
public final class Topics {
  public static final String LISTING = "musubi.listing.v1";
  public static final String NEED = "musubi.need.v1";
  public static final String ORGANISATION = "musubi.organisation.v1";
  public static final String MATCH = "musubi.match.v1";
  public static final String DEAL = "musubi.deal.v1";
  public static final String DELIVERY = "musubi.delivery.v1";

  /** What became of dead letters; see {@code deadletter}. */
  public static final String DECISIONS = "musubi.dead-letters";

  private static final Pattern EVENT_TOPIC = Pattern.compile("musubi\\.([a-z]+)\\.(v[0-9]+)");
  private static final Pattern SHORT_TYPE = Pattern.compile("[a-z]+(-[a-z]+)*");

  private Topics() {}

  /** Every topic of events. */
  public static List<String> all() {
    return List.of(LISTING, NEED, ORGANISATION, MATCH, DEAL, DELIVERY);
  }

  /** Where events go that this consumer could not handle. */
  public static String deadLetters(String topic, String consumer) {
    return topic + "." + consumer + ".dlt";
  }

  /** Where an operator sends dead letters back to, for this consumer alone. */
  public static String replays(String topic, String consumer) {
    return topic + "." + consumer + ".replay";
  }

  /** {@code ("musubi.listing.v1", "published")} to {@code dev.musubi.listing.published.v1}. */
  public static String type(String topic, String shortType) {
    if (!SHORT_TYPE.matcher(shortType).matches()) {
      throw new IllegalArgumentException(
          "the short name of a type is like \"published\", not \"" + shortType + "\"");
    }
    Matcher name = parts(topic);
    if (!EventTypes.exists(name.group(1), shortType)) {
      throw new IllegalArgumentException(
          "there is no event \"" + shortType + "\" of " + name.group(1) + "; see EventTypes");
    }
    return "dev.musubi." + name.group(1) + "." + shortType + "." + name.group(2);
  }

  /**
   * Whether this type belongs on this topic: the same aggregate in the same version. The name
   * between them is free, because every event carries the full state.
   */
  public static boolean carries(String topic, String type) {
    Matcher name = parts(topic);
    return type.startsWith("dev.musubi." + name.group(1) + ".")
        && type.endsWith("." + name.group(2))
        && type.split("\\.", -1).length == 5;
  }

  /** File name of the schema without ending: {@code listing.v1}. */
  public static String schema(String topic) {
    Matcher name = parts(topic);
    return name.group(1) + "." + name.group(2);
  }

  private static Matcher parts(String topic) {
    Matcher name = EVENT_TOPIC.matcher(topic);
    if (!name.matches()) {
      throw new IllegalArgumentException("\"" + topic + "\" is no topic of events");
    }
    return name;
  }
}
