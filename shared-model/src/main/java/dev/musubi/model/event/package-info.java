/**
 * What services tell each other: the full public state of an aggregate after each change. The JSON
 * Schema of each record lies in {@code /schema}, its golden examples among the tests.
 */
@NullMarked
package dev.musubi.model.event;

import org.jspecify.annotations.NullMarked;
