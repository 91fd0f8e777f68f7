package dev.musubi.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that becomes a dead letter.
 *
 * @param failure why it could not be handled
 * @param attempts how often that was tried
 */
public record Undeliverable(
    ConsumerRecord<byte[], byte[]> record, Throwable failure, int attempts) {}
