/** Ends a Java process when the one that started it is gone. */
@NullMarked
package dev.musubi.leash;

import org.jspecify.annotations.NullMarked;
