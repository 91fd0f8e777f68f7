@NullMarked
package dev.musubi.testkit;

import org.jspecify.annotations.NullMarked;
