/** Tests of the whole service, over real engines where the name ends in IT. */
@NullMarked
package dev.musubi.deals;

import org.jspecify.annotations.NullMarked;
