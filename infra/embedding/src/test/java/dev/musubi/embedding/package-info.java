@NullMarked
package dev.musubi.embedding;

import org.jspecify.annotations.NullMarked;
