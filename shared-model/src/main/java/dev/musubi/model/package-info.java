/** Value types that every service shares. None of them can hold nonsense. */
@NullMarked
package dev.musubi.model;

import org.jspecify.annotations.NullMarked;
