package dev.musubi.messaging.outbox;

import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/**
 * Which failures are the fault of one record, so that no waiting mends them. Everything else,
 * missing rights included, is a state of Kafka that its operator can mend, and is waited for.
 */
final class RecordFault {
  private static final List<Class<? extends Exception>> FAULTS =
      List.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          InvalidRecordException.class,
          CorruptRecordException.class,
          InvalidTopicException.class,
          SerializationException.class,
          UnsupportedForMessageFormatException.class);

  private RecordFault() {}

  static boolean is(Exception failure) {
    return FAULTS.stream().anyMatch(it -> it.isInstance(failure));
  }
}
