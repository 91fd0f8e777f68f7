/** The {@code musubi} command: starts, shows and stops one copy of the product on one machine. */
@NullMarked
package dev.musubi.launcher;

import org.jspecify.annotations.NullMarked;
