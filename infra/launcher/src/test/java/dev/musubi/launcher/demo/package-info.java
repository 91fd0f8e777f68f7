/** Checks of the sample data that a demonstration is seeded with. */
@NullMarked
package dev.musubi.launcher.demo;

import org.jspecify.annotations.NullMarked;
