/** Tests of messaging. */
@NullMarked
package dev.musubi.messaging.outbox;

import org.jspecify.annotations.NullMarked;
