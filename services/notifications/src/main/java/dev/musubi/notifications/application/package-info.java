/** Use cases, named by the verb. */
@NullMarked
package dev.musubi.notifications.application;

import org.jspecify.annotations.NullMarked;
