@NullMarked
package dev.musubi.listings.domain;

import org.jspecify.annotations.NullMarked;
