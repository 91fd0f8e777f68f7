package dev.musubi.matching.scoring;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Clauses that a document must fulfil without being ranked by them. */
public record Filter(List<JsonNode> clauses) {
  public static final Filter NONE = new Filter(List.of());

  public Filter {
    clauses = List.copyOf(clauses);
  }
}
