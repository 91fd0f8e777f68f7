@NullMarked
package dev.musubi.http;

import org.jspecify.annotations.NullMarked;
