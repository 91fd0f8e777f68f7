package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Technology readiness level by ISO 16290 and the definitions of the European Commission (Horizon
 * 2020, annex G). Small firms are shown the words of {@link #stage}, not the number.
 *
 * @param level 1 to 9
 */
public record Trl(@JsonValue int level) {
  private static final List<Row> ROWS = ResourceTable.read("trl.json", Row[].class);

  /** Stages of the Enterprise Europe Network's profiles, by the least level that they stand for. */
  private static final Map<String, Integer> EEN_STAGES =
      Map.of(
          "concept", 2,
          "under development", 3,
          "lab tested", 4,
          "available for demonstration", 6,
          "field tested", 7,
          "already on the market", 9);

  @JsonCreator
  public Trl {
    if (level < 1 || level > 9) {
      throw new InvalidValue("trl", Integer.toString(level), "1 to 9");
    }
  }

  /** Level of a stage in the words of the Enterprise Europe Network. */
  public static Optional<Trl> ofEenStage(String stage) {
    String key = stage.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(EEN_STAGES.get(key)).map(Trl::new);
  }

  /** The official definition. */
  public String definition(Language language) {
    return language == Language.JA ? row().ja() : row().en();
  }

  /** In plain words, coarser than the levels. */
  public String stage(Language language) {
    return language == Language.JA ? row().stageJa() : row().stageEn();
  }

  private Row row() {
    return ROWS.get(level - 1);
  }

  record Row(int level, String ja, String en, String stageJa, String stageEn) {}
}
