/** Tests of the front page's drawings. */
@NullMarked
package dev.musubi.web.front;

import org.jspecify.annotations.NullMarked;
