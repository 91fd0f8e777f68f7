/** Requests that no controller ever sees, because they cannot be read. */
@NullMarked
package dev.musubi.observability.request;

import org.jspecify.annotations.NullMarked;
