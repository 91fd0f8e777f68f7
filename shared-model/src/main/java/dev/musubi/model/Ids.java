package dev.musubi.model;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Identifiers of aggregates and events: UUID version 7 (RFC 9562), so that they sort by time. */
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new identifier; later ones of the same process sort after earlier ones by millisecond. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
