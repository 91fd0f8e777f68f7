/**
 * Texts to unit vectors. One port, {@link dev.musubi.embedding.Embedder}, and two ways behind it:
 * the model that the product ships, run inside the JVM, or any endpoint that speaks OpenAI's
 * embeddings API.
 */
@NullMarked
package dev.musubi.embedding;

import org.jspecify.annotations.NullMarked;
