/** How faults are chosen. */
@NullMarked
package dev.musubi.e2e.faults.inject;

import org.jspecify.annotations.NullMarked;
