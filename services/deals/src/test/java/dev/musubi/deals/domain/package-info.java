/** Tests of the rules alone. */
@NullMarked
package dev.musubi.deals.domain;

import org.jspecify.annotations.NullMarked;
