/** Listings over HTTP. */
@NullMarked
package dev.musubi.listings.web;

import org.jspecify.annotations.NullMarked;
