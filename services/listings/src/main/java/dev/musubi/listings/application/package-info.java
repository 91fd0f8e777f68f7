/** What can be done with listings, named by the verb, and the ports that it needs. */
@NullMarked
package dev.musubi.listings.application;

import org.jspecify.annotations.NullMarked;
