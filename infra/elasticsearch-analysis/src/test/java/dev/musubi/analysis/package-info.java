@NullMarked
package dev.musubi.analysis;

import org.jspecify.annotations.NullMarked;
