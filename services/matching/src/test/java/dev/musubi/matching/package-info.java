@NullMarked
package dev.musubi.matching;

import org.jspecify.annotations.NullMarked;
