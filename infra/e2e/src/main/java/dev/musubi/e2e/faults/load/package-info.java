/** What people and programs do meanwhile, through the public address alone. */
@NullMarked
package dev.musubi.e2e.faults.load;

import org.jspecify.annotations.NullMarked;
