/** The rows of this service, by explicit SQL. */
@NullMarked
package dev.musubi.notifications.persistence;

import org.jspecify.annotations.NullMarked;
