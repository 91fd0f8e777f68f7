package dev.musubi.messaging.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a dead letter: {@code <topic of dead letters>@<offset>}. */
public record LetterId(String topic, long offset) {
  private static final Pattern TEXT =
      Pattern.compile("(musubi\\.[a-z0-9._-]+\\.dlt)@([0-9]{1,18})");

  /**
   * @throws IllegalArgumentException when it names none
   */
  public static LetterId parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" names no dead letter; \"list\" shows their names");
    }
    return new LetterId(parts.group(1), Long.parseLong(parts.group(2)));
  }

  String replayTopic() {
    return topic.substring(0, topic.length() - "dlt".length()) + "replay";
  }

  @Override
  public String toString() {
    return topic + "@" + offset;
  }
}
