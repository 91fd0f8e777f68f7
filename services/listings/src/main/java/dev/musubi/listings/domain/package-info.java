/** What a listing is and what holds for it. Knows no framework. */
@NullMarked
package dev.musubi.listings.domain;

import org.jspecify.annotations.NullMarked;
