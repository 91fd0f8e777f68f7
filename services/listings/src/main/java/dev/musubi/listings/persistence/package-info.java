/** Listings in PostgreSQL. */
@NullMarked
package dev.musubi.listings.persistence;

import org.jspecify.annotations.NullMarked;
