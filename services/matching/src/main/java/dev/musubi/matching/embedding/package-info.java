/** The model whose vectors the service compares: loaded beside the start, or behind an endpoint. */
@NullMarked
package dev.musubi.matching.embedding;

import org.jspecify.annotations.NullMarked;
