package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.Envelope;
import org.apache.kafka.common.header.Headers;

/** How a dead letter is sent again. */
public enum Replay {
  /** Not when the consumer has handled a later version of the key: right for most. */
  IF_NEWEST,
  /** In any case: for consumers whose effect hangs on each single event. */
  ALWAYS;

  static final String HEADER = "musubi_replay";
  static final String OF = "musubi_replay_of";

  /** Whether the record is to be passed over when it is late. */
  public static boolean onlyIfNewest(Headers headers) {
    return !Envelope.text(headers, HEADER).orElse("").equals(ALWAYS.name());
  }
}
