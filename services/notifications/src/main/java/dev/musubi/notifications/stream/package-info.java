/** Alerts pushed to open pages as server-sent events. */
@NullMarked
package dev.musubi.notifications.stream;

import org.jspecify.annotations.NullMarked;
