package dev.musubi.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a handler gets it.
 *
 * @param id the same in every delivery of this event
 * @param type full name, for example {@code dev.musubi.listing.published.v1}. Read {@link #state}
 *     rather than this where it will do: a reader may meet names that are newer than itself.
 * @param key id of the aggregate
 * @param aggregateVersion of the aggregate after the change
 * @param state the full state, or null when the aggregate was deleted
 */
public record IncomingEvent<T>(
    UUID id, String type, Instant time, String key, long aggregateVersion, @Nullable T state) {}
