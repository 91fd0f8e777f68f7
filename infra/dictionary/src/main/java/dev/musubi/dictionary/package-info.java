/**
 * Words of Japanese and English texts in the other language, by longest match in EDICT and compdic
 * (Electronic Dictionary Research and Development Group, CC BY-SA). No model takes part.
 */
@NullMarked
package dev.musubi.dictionary;

import org.jspecify.annotations.NullMarked;
