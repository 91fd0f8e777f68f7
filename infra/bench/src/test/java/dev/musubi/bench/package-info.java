@NullMarked
package dev.musubi.bench;

import org.jspecify.annotations.NullMarked;
