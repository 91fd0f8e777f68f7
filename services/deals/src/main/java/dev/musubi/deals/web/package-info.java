/** The HTTP API of deals. */
@NullMarked
package dev.musubi.deals.web;

import org.jspecify.annotations.NullMarked;
