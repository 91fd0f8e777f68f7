/** Deals: from a firm's inquiry about an open patent to its end. */
@NullMarked
package dev.musubi.deals;

import org.jspecify.annotations.NullMarked;
