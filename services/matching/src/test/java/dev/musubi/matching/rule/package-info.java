/**
 * The two-sided rule of visibility as a model: the steps of {@code IndexDocuments}, {@code
 * MatchNeed}, {@code MatchListing} and the listeners, in their order, in every interleaving.
 */
@NullMarked
package dev.musubi.matching.rule;

import org.jspecify.annotations.NullMarked;
