/**
 * Events between services, so that nothing acknowledged is lost, no key's order is inverted and no
 * effect happens twice. RATIONALE.md of this module says why that holds.
 */
@NullMarked
package dev.musubi.messaging;

import org.jspecify.annotations.NullMarked;
