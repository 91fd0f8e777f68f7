@NullMarked
package dev.musubi.model;

import org.jspecify.annotations.NullMarked;
