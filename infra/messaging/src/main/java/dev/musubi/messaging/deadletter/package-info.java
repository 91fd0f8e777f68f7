/** What could not be handled: kept with its reason until an operator replays or drops it. */
@NullMarked
package dev.musubi.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
