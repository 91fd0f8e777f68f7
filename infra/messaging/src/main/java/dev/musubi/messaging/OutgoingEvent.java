package dev.musubi.messaging;

import org.jspecify.annotations.Nullable;

/**
 * An event that is to be sent. Made by {@link Events}.
 *
 * @param topic one of {@link Topics}
 * @param key id of the aggregate as text
 * @param type full name, for example {@code dev.musubi.listing.published.v1}
 * @param aggregateVersion of the aggregate after the change, at least 1
 * @param payload the full public state as JSON in UTF-8, or null when the aggregate was deleted
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingEvent(
    String topic, String key, String type, long aggregateVersion, byte @Nullable [] payload) {}
