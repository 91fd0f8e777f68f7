/** Events in and out. */
@NullMarked
package dev.musubi.notifications.messaging;

import org.jspecify.annotations.NullMarked;
