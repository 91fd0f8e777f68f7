/** The HTTP API. */
@NullMarked
package dev.musubi.profiles.web;

import org.jspecify.annotations.NullMarked;
