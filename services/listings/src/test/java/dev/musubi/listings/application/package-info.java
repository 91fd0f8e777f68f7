@NullMarked
package dev.musubi.listings.application;

import org.jspecify.annotations.NullMarked;
