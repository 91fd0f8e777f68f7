/** What every page shares. */
@NullMarked
package dev.musubi.web.page;

import org.jspecify.annotations.NullMarked;
