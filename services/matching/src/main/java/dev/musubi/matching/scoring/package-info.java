/**
 * How a question (a need, a listing, words that somebody typed) is ranked against documents: legs,
 * fusion, reasons. No framework here: production and the quality bench run this very code, each on
 * indices of its own.
 */
@NullMarked
package dev.musubi.matching.scoring;

import org.jspecify.annotations.NullMarked;
