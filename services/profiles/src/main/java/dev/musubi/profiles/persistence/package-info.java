/** The tables of this service, by explicit SQL. */
@NullMarked
package dev.musubi.profiles.persistence;

import org.jspecify.annotations.NullMarked;
