/** Signed webhooks to the systems of organisations. */
@NullMarked
package dev.musubi.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
