/** Tests of the pages and the door against real HTTP servers. */
@NullMarked
package dev.musubi.web;

import org.jspecify.annotations.NullMarked;
