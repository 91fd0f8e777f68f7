package dev.musubi.matching.search;

import dev.musubi.embedding.ModelIdentity;
import tools.jackson.databind.node.ObjectNode;

/** A document's vector, with what made it: vectors of two models are never compared. */
public final class VectorField {
  private VectorField() {}

  /**
   * Puts a vector into a document.
   *
   * @param vector of length one
   */
  public static ObjectNode into(ObjectNode document, ModelIdentity model, float[] vector) {
    var numbers = document.putArray("vector");
    for (var number : vector) {
      numbers.add(number);
    }
    return document.put("vector_model", model.key());
  }
}
