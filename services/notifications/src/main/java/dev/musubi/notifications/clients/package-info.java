/** Questions to the other services whose answers must be fresh. */
@NullMarked
package dev.musubi.notifications.clients;

import org.jspecify.annotations.NullMarked;
