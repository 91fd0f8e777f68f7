/** Tests of words and sentences. */
@NullMarked
package dev.musubi.web.language;

import org.jspecify.annotations.NullMarked;
