@NullMarked
package dev.musubi.security;

import org.jspecify.annotations.NullMarked;
