/** What the tests of deals share. */
@NullMarked
package dev.musubi.deals.world;

import org.jspecify.annotations.NullMarked;
