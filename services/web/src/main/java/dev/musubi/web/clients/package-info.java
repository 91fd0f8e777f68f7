/** What the pages ask of the other services, over HTTP, for the person who looks. */
@NullMarked
package dev.musubi.web.clients;

import org.jspecify.annotations.NullMarked;
