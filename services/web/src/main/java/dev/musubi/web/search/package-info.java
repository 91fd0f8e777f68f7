/** Public search and the page of one open patent. */
@NullMarked
package dev.musubi.web.search;

import org.jspecify.annotations.NullMarked;
