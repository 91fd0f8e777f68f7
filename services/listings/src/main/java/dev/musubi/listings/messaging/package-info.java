/** What listings hear from other services. */
@NullMarked
package dev.musubi.listings.messaging;

import org.jspecify.annotations.NullMarked;
