/** Needs: the list, the form, and what fits, with reasons and one-click answers. */
@NullMarked
package dev.musubi.web.needs;

import org.jspecify.annotations.NullMarked;
