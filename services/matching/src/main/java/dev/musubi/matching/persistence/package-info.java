/** The service's own tables. */
@NullMarked
package dev.musubi.matching.persistence;

import org.jspecify.annotations.NullMarked;
