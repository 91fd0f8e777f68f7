@NullMarked
package dev.musubi.matching.embedding;

import org.jspecify.annotations.NullMarked;
