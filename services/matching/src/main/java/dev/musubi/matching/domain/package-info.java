/** Rules of matching, without a framework. */
@NullMarked
package dev.musubi.matching.domain;

import org.jspecify.annotations.NullMarked;
