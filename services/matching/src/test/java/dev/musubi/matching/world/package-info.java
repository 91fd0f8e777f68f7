/** What the tests of matching share. */
@NullMarked
package dev.musubi.matching.world;

import org.jspecify.annotations.NullMarked;
