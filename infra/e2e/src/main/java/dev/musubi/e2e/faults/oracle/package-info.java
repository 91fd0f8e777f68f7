/** What was acknowledged, what is found at the end, and where the two differ. */
@NullMarked
package dev.musubi.e2e.faults.oracle;

import org.jspecify.annotations.NullMarked;
