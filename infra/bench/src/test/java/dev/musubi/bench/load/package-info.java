@NullMarked
package dev.musubi.bench.load;

import org.jspecify.annotations.NullMarked;
