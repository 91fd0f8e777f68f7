/** Configuration under {@code musubi.*}: every key that is given is one that somebody reads. */
@NullMarked
package dev.musubi.observability.configuration;

import org.jspecify.annotations.NullMarked;
