/** What goes wrong: chosen by a seed, done to the processes of one copy. */
@NullMarked
package dev.musubi.e2e.faults.inject;

import org.jspecify.annotations.NullMarked;
