@NullMarked
package dev.musubi.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
