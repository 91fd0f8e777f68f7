package dev.musubi.deals.application;

import dev.musubi.deals.domain.Deal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes, once for each inquiry, that its answer is overdue, so that somebody may be told. */
@Component
public class RemindOwners {
  private static final Logger LOG = LoggerFactory.getLogger(RemindOwners.class);
  private static final int AT_ONCE = 50;

  private final Deals deals;
  private final Announcements announcements;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RemindOwners(
      Deals deals, Announcements announcements, TransactionTemplate transaction, Clock clock) {
    this.deals = deals;
    this.announcements = announcements;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Two instances may do this at once: each takes what the other has not locked. */
  @Scheduled(
      fixedDelayString = "${musubi.deals.remind-every}",
      initialDelayString = "${musubi.deals.remind-every}")
  public void remind() {
    try {
      int reminded = AT_ONCE;
      while (reminded == AT_ONCE) {
        Integer some = transaction.execute(_ -> remindSome());
        reminded = some == null ? 0 : some;
      }
    } catch (RuntimeException e) {
      LOG.warn("Overdue inquiries could not be noted; the next attempt follows", e);
    }
  }

  private int remindSome() {
    Instant now = clock.instant();
    List<Deal> overdue = deals.lockOverdue(now, AT_ONCE);
    for (Deal deal : overdue) {
      Deal reminded = deal.reminded(now);
      deals.update(reminded);
      announcements.tell("answer-overdue", reminded);
    }
    return overdue.size();
  }
}
