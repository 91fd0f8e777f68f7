/** What the oracle notices. */
@NullMarked
package dev.musubi.e2e.faults.oracle;

import org.jspecify.annotations.NullMarked;
