/** A mail server for development. */
@NullMarked
package dev.musubi.mailnode;

import org.jspecify.annotations.NullMarked;
