/** The front page: a need in one's own words, and what fits it; and what this place is. */
@NullMarked
package dev.musubi.web.front;

import org.jspecify.annotations.NullMarked;
