/** What other services say. */
@NullMarked
package dev.musubi.matching.messaging;

import org.jspecify.annotations.NullMarked;
