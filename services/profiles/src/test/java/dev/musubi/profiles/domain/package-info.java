@NullMarked
package dev.musubi.profiles.domain;

import org.jspecify.annotations.NullMarked;
