/** Deals and what is known of their surroundings, in PostgreSQL. */
@NullMarked
package dev.musubi.deals.persistence;

import org.jspecify.annotations.NullMarked;
