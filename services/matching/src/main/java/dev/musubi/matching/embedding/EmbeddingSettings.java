package dev.musubi.matching.embedding;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code musubi.embedding}.
 *
 * @param enabled false: text and dictionary rank alone, and every answer says so
 * @param model folder of an ONNX model with its card, or empty
 * @param url whole address of an endpoint that speaks OpenAI's embeddings API, instead of a folder;
 *     or empty
 * @param name of the model at the endpoint
 * @param key bearer token of the endpoint, or empty
 * @param timeout of one request to the endpoint
 * @param dimensions numbers of a vector, as the index takes them
 * @param bulkThreads threads that a load of many texts may take; searches have the others; 0: this
 *     instance leaves such loads to others
 * @param batch texts that are embedded in one transaction
 */
@ConfigurationProperties(prefix = "musubi.embedding", ignoreUnknownFields = false)
public record EmbeddingSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("") String model,
    @DefaultValue("") String url,
    @DefaultValue("") String name,
    @DefaultValue("") String key,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("384") int dimensions,
    @DefaultValue("1") int bulkThreads,
    @DefaultValue("64") int batch) {

  public EmbeddingSettings {
    if (enabled && model.isBlank() && url.isBlank()) {
      throw new IllegalArgumentException(
          "musubi.embedding has no model: give its folder (MUSUBI_MODEL) or an endpoint"
              + " (MUSUBI_EMBEDDINGS_URL), or go without (MUSUBI_EMBEDDINGS=false)");
    }
    if (enabled && !url.isBlank() && name.isBlank()) {
      throw new IllegalArgumentException(
          "musubi.embedding.name is not set: say which model the endpoint has"
              + " (MUSUBI_EMBEDDINGS_MODEL)");
    }
  }

  /** Whether this instance embeds documents. */
  public boolean embedsDocuments() {
    return enabled && bulkThreads > 0;
  }

  int threads() {
    return Math.max(1, bulkThreads);
  }

  /** Whether an endpoint is asked rather than a model of our own. */
  boolean remote() {
    return !url.isBlank();
  }

  Path folder() {
    return Path.of(model);
  }

  URI endpoint() {
    return URI.create(url);
  }
}
