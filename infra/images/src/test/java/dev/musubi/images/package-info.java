@NullMarked
package dev.musubi.images;

import org.jspecify.annotations.NullMarked;
