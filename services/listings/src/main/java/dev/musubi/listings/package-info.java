/** Open patents: what is on offer, whose it is, and on what terms. */
@NullMarked
package dev.musubi.listings;

import org.jspecify.annotations.NullMarked;
