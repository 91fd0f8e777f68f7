@NullMarked
package dev.musubi.engines.process;

import org.jspecify.annotations.NullMarked;
