/** The forms of the licensing office. */
@NullMarked
package dev.musubi.web.office;

import org.jspecify.annotations.NullMarked;
