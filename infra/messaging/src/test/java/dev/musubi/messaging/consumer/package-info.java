/** Tests of messaging. */
@NullMarked
package dev.musubi.messaging.consumer;

import org.jspecify.annotations.NullMarked;
