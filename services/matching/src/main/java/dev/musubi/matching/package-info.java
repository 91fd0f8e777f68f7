/** Matches needs with open listings, both ways, and answers the public search. */
@NullMarked
package dev.musubi.matching;

import org.jspecify.annotations.NullMarked;
