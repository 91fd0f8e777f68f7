@NullMarked
package dev.musubi.listings.imports;

import org.jspecify.annotations.NullMarked;
