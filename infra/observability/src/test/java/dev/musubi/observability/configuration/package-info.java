@NullMarked
package dev.musubi.observability.configuration;

import org.jspecify.annotations.NullMarked;
