@NullMarked
package dev.musubi.listings;

import org.jspecify.annotations.NullMarked;
