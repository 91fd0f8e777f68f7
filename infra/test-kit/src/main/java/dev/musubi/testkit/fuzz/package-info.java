/** What must hold for any bytes whatever, and the bytes for which it once did not. */
@NullMarked
package dev.musubi.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
