@NullMarked
package dev.musubi.bench.quality;

import org.jspecify.annotations.NullMarked;
