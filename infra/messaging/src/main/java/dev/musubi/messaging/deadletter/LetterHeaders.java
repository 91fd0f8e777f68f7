package dev.musubi.messaging.deadletter;

/** Headers that a dead letter has beside those of its event. */
final class LetterHeaders {
  static final String PREFIX = "dlt_";
  static final String TOPIC = "dlt_topic";
  static final String PARTITION = "dlt_partition";
  static final String OFFSET = "dlt_offset";
  static final String TIMESTAMP = "dlt_timestamp";
  static final String CONSUMER = "dlt_consumer";
  static final String REASON = "dlt_reason";
  static final String STACK = "dlt_stack";
  static final String ATTEMPTS = "dlt_attempts";

  /** Present when the value was too large to be kept; it lies at the original place only. */
  static final String VALUE_OMITTED = "dlt_value_omitted";

  private LetterHeaders() {}
}
