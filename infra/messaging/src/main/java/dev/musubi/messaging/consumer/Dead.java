package dev.musubi.messaging.consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that will not be tried again.
 *
 * @param key of the event; empty when it could not be read
 * @param version of the event's aggregate; 0 when it could not be read
 */
record Dead(Pending pending, Throwable failure, String key, long version) {
  static Dead unreadable(Pending pending, Unreadable failure) {
    return new Dead(pending, failure, "", 0);
  }

  ConsumerRecord<byte[], byte[]> record() {
    return pending.record();
  }
}
