package dev.musubi.messaging;

/**
 * Declare a bean of this type to listen to a topic. Each event: one transaction that records it and
 * runs the handler; a failure is retried some times and then becomes a dead letter in {@code
 * <topic>.<consumer>.dlt}, while events of other keys go on.
 *
 * @param consumer name of the reader and of its consumer group, {@code <service>.<aggregate>};
 *     never change it, or everything is read again
 * @param topic one of {@link Topics}
 * @param type record of the state
 */
public record Subscription<T>(
    String consumer, String topic, Class<T> type, EventHandler<T> handler) {}
