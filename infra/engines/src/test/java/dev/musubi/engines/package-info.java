@NullMarked
package dev.musubi.engines;

import org.jspecify.annotations.NullMarked;
