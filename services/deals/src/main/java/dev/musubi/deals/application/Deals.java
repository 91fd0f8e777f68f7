package dev.musubi.deals.application;

import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where deals and their messages are kept. */
public interface Deals {
  /** False when the firm has an open deal about the listing. */
  boolean insert(Deal deal);

  /**
   * Writes the next version of a deal that is locked.
   *
   * @throws dev.musubi.http.VersionConflict when it is not the next one
   */
  void update(Deal deal);

  /** Locks the deal until the transaction ends. */
  Optional<Deal> lock(UUID id);

  /** The open deal of a firm about a listing. */
  Optional<UUID> open(UUID listing, UUID seeker);

  /** Some inquiries whose answer is overdue and of which nobody was reminded, locked. */
  List<Deal> lockOverdue(Instant now, int most);

  void write(Message message);

  /** The latest message of each side that came by itself, oldest first. */
  List<Message> latestAlone(UUID deal);
}
