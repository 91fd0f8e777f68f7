package dev.musubi.matching.scoring;

import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vectors of sentences, a byte a number. Only their direction counts, so each is stretched until
 * its greatest number fills the byte; a cosine is then right to the second decimal at least. The
 * index keeps them beside the texts and looks at them never.
 */
public final class PackedVectors {
  private static final String FIELD = "sentences";
  private static final String MODEL = "sentences_model";
  private static final String OF = "of";
  private static final String VECTORS = "vectors";

  private PackedVectors() {}

  /** All of them, one after the other. */
  public static byte[] pack(List<float[]> vectors) {
    var dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    var packed = new byte[dimensions * vectors.size()];
    for (var i = 0; i < vectors.size(); i++) {
      pack(vectors.get(i), packed, i * dimensions);
    }
    return packed;
  }

  private static void pack(float[] vector, byte[] into, int at) {
    var greatest = 0f;
    for (var number : vector) {
      greatest = Math.max(greatest, Math.abs(number));
    }
    for (var i = 0; i < vector.length; i++) {
      into[at + i] = (byte) (greatest > 0 ? Math.round(vector[i] / greatest * 127) : 0);
    }
  }

  /**
   * @param question of length one
   * @param at which of the packed vectors
   */
  static double cosine(float[] question, byte[] packed, int at) {
    var sum = 0.0;
    var squares = 0L;
    var from = at * question.length;
    for (var i = 0; i < question.length; i++) {
      var number = packed[from + i];
      sum += question[i] * number;
      squares += (long) number * number;
    }
    return squares > 0 ? sum / Math.sqrt(squares) : 0;
  }

  /** Puts a document's sentences into it; none at all is said as well. */
  public static ObjectNode into(
      ObjectNode document, String model, Passages passages, byte[] packed) {
    document.put(MODEL, model);
    if (packed.length > 0) {
      document
          .putObject(FIELD)
          .put(OF, passages.hash())
          .put(VECTORS, Base64.getEncoder().encodeToString(packed));
    }
    return document;
  }

  /** The fields that {@link #read} reads. */
  static List<String> sources() {
    return List.of(FIELD, MODEL);
  }

  /**
   * @return empty when they are not there yet, or are of other sentences or another model
   */
  static byte[] read(JsonNode document, String model, Passages passages) {
    var its = document.path(FIELD);
    return document.path(MODEL).asString("").equals(model)
            && its.path(OF).asString("").equals(passages.hash())
        ? Base64.getDecoder().decode(its.path(VECTORS).asString(""))
        : new byte[0];
  }
}
