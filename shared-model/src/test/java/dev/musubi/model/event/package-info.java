@NullMarked
package dev.musubi.model.event;

import org.jspecify.annotations.NullMarked;
