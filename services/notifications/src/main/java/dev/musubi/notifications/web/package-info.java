/** The HTTP interface. */
@NullMarked
package dev.musubi.notifications.web;

import org.jspecify.annotations.NullMarked;
