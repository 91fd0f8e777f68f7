/** Tells people what concerns them: in the page, by mail and by webhook, once. */
@NullMarked
package dev.musubi.notifications;

import org.jspecify.annotations.NullMarked;
