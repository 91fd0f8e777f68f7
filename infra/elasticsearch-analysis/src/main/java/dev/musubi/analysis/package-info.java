/**
 * The analysis of the official plugins {@code analysis-common}, {@code analysis-kuromoji} and
 * {@code analysis-icu}, for a node that has none of them: the same names, parameters and defaults,
 * so that one set of index settings works with both.
 */
@NullMarked
package dev.musubi.analysis;

import org.jspecify.annotations.NullMarked;
