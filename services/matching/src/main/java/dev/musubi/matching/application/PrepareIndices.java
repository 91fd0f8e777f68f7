package dev.musubi.matching.application;

import dev.musubi.matching.search.MatchingIndices;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Sees to it that both indices are there, before anything is written to them. */
@Component
class PrepareIndices {
  private final MatchingIndices indices;
  private final AtomicBoolean prepared = new AtomicBoolean();

  PrepareIndices(MatchingIndices indices) {
    this.indices = indices;
  }

  /** Quick once it has succeeded. */
  void run() {
    if (!prepared.get()) {
      indices.listings().ensure();
      indices.needs().ensure();
      prepared.set(true);
    }
  }
}
