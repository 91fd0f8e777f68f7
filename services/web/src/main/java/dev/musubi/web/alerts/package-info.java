/** Alerts that arrive while one watches. */
@NullMarked
package dev.musubi.web.alerts;

import org.jspecify.annotations.NullMarked;
