/** What the other services hear. */
@NullMarked
package dev.musubi.profiles.messaging;

import org.jspecify.annotations.NullMarked;
