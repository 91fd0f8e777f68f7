/** Tests of the door. */
@NullMarked
package dev.musubi.web.door;

import org.jspecify.annotations.NullMarked;
