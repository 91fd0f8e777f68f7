@NullMarked
package dev.musubi.bench.goals;

import org.jspecify.annotations.NullMarked;
