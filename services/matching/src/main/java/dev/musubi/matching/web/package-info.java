/** The HTTP interface. */
@NullMarked
package dev.musubi.matching.web;

import org.jspecify.annotations.NullMarked;
