/** Documents as the indices hold them. */
@NullMarked
package dev.musubi.matching.search;

import org.jspecify.annotations.NullMarked;
