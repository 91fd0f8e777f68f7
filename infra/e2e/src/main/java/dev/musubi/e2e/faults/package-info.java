/**
 * The fault suite: a mixed load on a whole copy of the product, processes that die, freeze or stay
 * away meanwhile, and an oracle that knows what was acknowledged and compares.
 */
@NullMarked
package dev.musubi.e2e.faults;

import org.jspecify.annotations.NullMarked;
