package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.List;

/**
 * A word of a question with what it may be called in the other language.
 *
 * @param surface as it stands in the question
 * @param language of the renderings
 * @param weight in the query, its rarity included: the share of the best score that it can bring
 * @param unseen whether no document had any of the renderings when the question was read
 */
public record Translation(
    String surface, Language language, double weight, boolean unseen, List<Rendering> renderings) {
  public Translation {
    renderings = List.copyOf(renderings);
  }

  /**
   * One translation.
   *
   * @param text as the dictionary has it
   * @param share how far it counts beside the likeliest rendering, 0 to 1
   */
  public record Rendering(String text, double share, List<Piece> pieces) {
    public Rendering {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A term of a rendering.
   *
   * @param term as the index has it, after stemming
   * @param boost that makes it bring its share of the word's weight, however rare it is itself
   */
  public record Piece(String term, double boost) {}
}
