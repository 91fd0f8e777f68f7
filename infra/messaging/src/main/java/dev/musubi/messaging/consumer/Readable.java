package dev.musubi.messaging.consumer;

import dev.musubi.messaging.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** A pending record and the event that it holds. */
record Readable<T>(Pending pending, IncomingEvent<T> event) {
  ConsumerRecord<byte[], byte[]> record() {
    return pending.record();
  }

  Headers headers() {
    return pending.record().headers();
  }
}
