/** The real engines as child processes of one machine. */
@NullMarked
package dev.musubi.engines;

import org.jspecify.annotations.NullMarked;
