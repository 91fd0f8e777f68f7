/** How well documents are found, measured on collections of questions with known answers. */
@NullMarked
package dev.musubi.bench.quality;

import org.jspecify.annotations.NullMarked;
