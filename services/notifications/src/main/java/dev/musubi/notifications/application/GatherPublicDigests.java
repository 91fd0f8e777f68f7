package dev.musubi.notifications.application;

import dev.musubi.model.Ids;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.clients.Unreachable;
import dev.musubi.notifications.domain.Content.Item;
import dev.musubi.notifications.domain.Content.PublicDigest;
import dev.musubi.notifications.domain.DigestCalendar;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Deliveries.Delivery;
import dev.musubi.notifications.persistence.Digests;
import dev.musubi.notifications.persistence.Digests.Audience;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.ListingViews.Fresh;
import dev.musubi.notifications.persistence.MailKind;
import dev.musubi.notifications.persistence.Recipient;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the digests of subscribers: at most one a person and period, without anything the person
 * was ever sent, and none when there is nothing. Instances share the work by claims; what makes a
 * digest single is the subscription's row, changed in one transaction with the mail and its
 * listings.
 */
@Component
public class GatherPublicDigests {
  private static final Logger LOG = LoggerFactory.getLogger(GatherPublicDigests.class);
  private static final int AT_A_TIME = 200;
  private static final int MOST_NEWS = 5_000;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration SEARCH_AWAY = Duration.ofMinutes(2);

  /** News reach back further than the last digest by so much. */
  private static final Duration OVERLAP = Duration.ofDays(2);

  private final Digests digests;
  private final Subscriptions subscriptions;
  private final ListingViews listings;
  private final ChooseListings choose;
  private final Deliveries deliveries;
  private final Signals signals;
  private final TransactionTemplate transaction;
  private final NotificationsSettings.Digest settings;
  private final DigestCalendar calendar;
  private final InstantSource clock;

  GatherPublicDigests(
      Digests digests,
      Subscriptions subscriptions,
      ListingViews listings,
      ChooseListings choose,
      Deliveries deliveries,
      Signals signals,
      TransactionTemplate transaction,
      NotificationsSettings settings,
      InstantSource clock) {
    this.digests = digests;
    this.subscriptions = subscriptions;
    this.listings = listings;
    this.choose = choose;
    this.deliveries = deliveries;
    this.signals = signals;
    this.transaction = transaction;
    this.settings = settings.digest();
    this.calendar = settings.calendar();
    this.clock = clock;
  }

  /** Makes the digests of the periods that are due, unless they have been made. */
  public void run() {
    Instant now = clock.instant();
    LocalDate day = calendar.due(now).day();
    LocalDate week = calendar.dueWeekly(now).day();
    run(DigestFrequency.DAILY, Audience.PUBLIC_DAILY, day, now.isBefore(giveUpSearch(day)));
    run(DigestFrequency.WEEKLY, Audience.PUBLIC_WEEKLY, week, now.isBefore(giveUpSearch(week)));
  }

  /** The same for those who signed up after the period's digests had been made. */
  void catchUp() {
    Instant now = clock.instant();
    catchUp(DigestFrequency.DAILY, Audience.PUBLIC_DAILY, calendar.due(now).day());
    catchUp(DigestFrequency.WEEKLY, Audience.PUBLIC_WEEKLY, calendar.dueWeekly(now).day());
  }

  private void catchUp(DigestFrequency frequency, Audience audience, LocalDate period) {
    digests.reopen(audience, period);
    run(frequency, audience, period, true);
  }

  private void run(
      DigestFrequency frequency, Audience audience, LocalDate period, boolean withSearch) {
    if (!digests.begin(audience, period, clock.instant())) {
      return;
    }
    List<Subscription> claimed = claim(frequency, period);
    if (claimed.isEmpty() && subscriptions.due(frequency, period) == 0) {
      digests.finish(audience, period, clock.instant());
    }
    while (!claimed.isEmpty()) {
      gather(claimed, period, withSearch);
      claimed = claim(frequency, period);
    }
  }

  private List<Subscription> claim(DigestFrequency frequency, LocalDate period) {
    return subscriptions.claimDue(frequency, period, AT_A_TIME, LEASE);
  }

  private Instant giveUpSearch(LocalDate period) {
    return period
        .atTime(calendar.at())
        .atZone(calendar.zone())
        .toInstant()
        .plus(settings.searchWait());
  }

  private void gather(List<Subscription> readers, LocalDate period, boolean withSearch) {
    Instant now = clock.instant();
    Instant oldest =
        readers.stream().map(it -> since(it, now)).min(Comparator.naturalOrder()).orElse(now);
    List<Fresh> news = listings.publishedAfter(oldest, MOST_NEWS);
    for (Subscription reader : readers) {
      try {
        List<Fresh> unseen = unseen(reader, news, since(reader, now));
        List<Item> items =
            withSearch ? choose.bySearch(reader, unseen) : choose.byOwnWords(reader, unseen);
        transaction.executeWithoutResult(status -> put(reader, period, items, now));
      } catch (Unreachable away) {
        LOG.warn("Digest of {} waits: {}", reader.id(), away.getMessage());
        subscriptions.release(reader.id(), SEARCH_AWAY);
      }
    }
  }

  /**
   * Well before the last digest: an event may have come after it although its listing was published
   * before it, and a clock may have run ahead. What was sent is left out by its id.
   */
  private static Instant since(Subscription reader, Instant now) {
    Instant since = Objects.requireNonNullElse(reader.newsSince(), now);
    return (since.isBefore(now) ? since : now).minus(OVERLAP);
  }

  private List<Fresh> unseen(Subscription reader, List<Fresh> news, Instant since) {
    Set<UUID> sent = new HashSet<>(subscriptions.sent(reader.id()));
    return news.stream()
        .filter(fresh -> fresh.publishedAt().isAfter(since))
        .filter(fresh -> !sent.contains(fresh.headline().listingId()))
        .toList();
  }

  private void put(Subscription reader, LocalDate period, List<Item> items, Instant now) {
    if (!subscriptions.beginPeriod(reader.id(), period, now) || items.isEmpty()) {
      return;
    }
    List<Item> shown = items.subList(0, Math.min(settings.most(), items.size()));
    PublicDigest content = new PublicDigest(period, shown, items.size() - shown.size());
    Delivery delivery =
        new Delivery(
            Ids.next(),
            new Recipient.Subscriber(reader.id()),
            "DIGEST:" + period,
            MailKind.PUBLIC_DIGEST,
            reader.id(),
            null,
            content,
            0);
    if (deliveries.add(delivery, now)) {
      List<UUID> ids = shown.stream().map(item -> item.listing().listingId()).toList();
      subscriptions.sending(reader.id(), ids, delivery.id());
      signals.mail();
    }
  }
}
