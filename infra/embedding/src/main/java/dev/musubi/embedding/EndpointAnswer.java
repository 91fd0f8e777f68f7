package dev.musubi.embedding;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads {@code {"data":[{"index":0,"embedding":[…]}]}} and trusts none of it. */
final class EndpointAnswer {
  private EndpointAnswer() {}

  static List<float[]> vectors(ObjectMapper json, byte[] body, int expected) {
    JsonNode data;
    try {
      data = json.readTree(body).path("data");
    } catch (JacksonException e) {
      throw new EmbeddingUnavailable("The embedding endpoint did not answer in JSON", e);
    }
    if (!data.isArray() || data.size() != expected) {
      throw new EmbeddingUnavailable(
          "The embedding endpoint gave " + data.size() + " vectors for " + expected + " texts",
          null);
    }
    float[][] vectors = new float[expected][];
    for (JsonNode item : data) {
      int index = item.path("index").asInt(-1);
      if (index < 0 || index >= expected || vectors[index] != null) {
        throw new EmbeddingUnavailable("The embedding endpoint numbered its vectors badly", null);
      }
      vectors[index] = unit(item.path("embedding"));
    }
    return Arrays.asList(vectors);
  }

  /** Endpoints differ in whether they normalise. */
  private static float[] unit(JsonNode numbers) {
    float[] vector = new float[numbers.size()];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i).floatValue();
      squares += vector[i] * vector[i];
    }
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new EmbeddingUnavailable("The embedding endpoint gave a vector without length", null);
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) length;
    }
    return vector;
  }
}
