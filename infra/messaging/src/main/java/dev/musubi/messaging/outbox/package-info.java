/** The outbox and the relay that empties it into Kafka. */
@NullMarked
package dev.musubi.messaging.outbox;

import org.jspecify.annotations.NullMarked;
