/** Events that this service hears and sends. */
@NullMarked
package dev.musubi.deals.messaging;

import org.jspecify.annotations.NullMarked;
