package dev.musubi.deals.application;

import dev.musubi.deals.domain.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads deals together with what is known of their surroundings. */
public interface DealReader {
  /** The deal, if this organisation has a part in it. */
  Optional<DealDetails> find(UUID id, UUID organisation);

  /**
   * Deals in which this organisation has a part, latest first.
   *
   * @param after the last one of the page before, or null
   */
  List<DealDetails> list(
      UUID organisation, @Nullable String stage, @Nullable UUID after, int limit);

  /** Oldest first. */
  List<Message> messages(UUID deal);
}
