/**
 * The five elements of a need or a patent (material, method, efficacy, product, application), drawn
 * from Japanese and English texts by rules over word lists. No model takes part, and nothing is
 * said that the text does not say; a drawn element is an offer that a person may change.
 */
@NullMarked
package dev.musubi.elements;

import org.jspecify.annotations.NullMarked;
