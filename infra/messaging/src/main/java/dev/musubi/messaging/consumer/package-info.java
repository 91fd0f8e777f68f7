/** Reading events: each is handled once, in the order of its key, or becomes a dead letter. */
@NullMarked
package dev.musubi.messaging.consumer;

import org.jspecify.annotations.NullMarked;
