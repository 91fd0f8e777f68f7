/** Traces of requests through all services, and what each service says about how it fares. */
@NullMarked
package dev.musubi.observability;

import org.jspecify.annotations.NullMarked;
