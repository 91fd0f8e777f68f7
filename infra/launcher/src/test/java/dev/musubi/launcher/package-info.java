@NullMarked
package dev.musubi.launcher;

import org.jspecify.annotations.NullMarked;
