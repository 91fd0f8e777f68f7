/** Japanese and English: which one a reader gets, and words for codes. */
@NullMarked
package dev.musubi.web.language;

import org.jspecify.annotations.NullMarked;
