@NullMarked
package dev.musubi.dictionary;

import org.jspecify.annotations.NullMarked;
