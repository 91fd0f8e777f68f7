@NullMarked
package dev.musubi.matching.domain;

import org.jspecify.annotations.NullMarked;
