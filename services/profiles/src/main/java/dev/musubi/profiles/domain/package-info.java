/** Organisations, people, needs and mandates, without any framework. */
@NullMarked
package dev.musubi.profiles.domain;

import org.jspecify.annotations.NullMarked;
