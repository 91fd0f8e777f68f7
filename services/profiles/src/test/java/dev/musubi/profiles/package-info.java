@NullMarked
package dev.musubi.profiles;

import org.jspecify.annotations.NullMarked;
