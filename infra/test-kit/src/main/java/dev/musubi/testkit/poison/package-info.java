/** Records that no consumer can handle, and what must become of them. */
@NullMarked
package dev.musubi.testkit.poison;

import org.jspecify.annotations.NullMarked;
