@NullMarked
package dev.musubi.elements;

import org.jspecify.annotations.NullMarked;
