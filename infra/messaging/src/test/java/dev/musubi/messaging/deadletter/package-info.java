/** Tests of messaging. */
@NullMarked
package dev.musubi.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
