package dev.musubi.notifications.application;

import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.application.Announcements.Subject;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.Content.MemberDigest;
import dev.musubi.notifications.domain.Content.Section;
import dev.musubi.notifications.domain.DigestCalendar;
import dev.musubi.notifications.domain.DigestCalendar.Period;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.persistence.Digests;
import dev.musubi.notifications.persistence.Digests.Audience;
import dev.musubi.notifications.persistence.Digests.Waiting;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.MailKind;
import dev.musubi.notifications.persistence.MatchViews;
import dev.musubi.notifications.persistence.MatchViews.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one summary a day for each organisation for which matches wait: those of needs told daily,
 * and on the weekly day also those of needs told weekly, and what was too much to be told at once.
 * Any number of instances may run this at the same time: the mailing's key lets one summary a day
 * through.
 */
@Component
public class GatherMemberDigests {
  private final Digests digests;
  private final MatchViews matches;
  private final ListingViews listings;
  private final Announcements announcements;
  private final TransactionTemplate transaction;
  private final DigestCalendar calendar;
  private final int most;
  private final InstantSource clock;

  GatherMemberDigests(
      Digests digests,
      MatchViews matches,
      ListingViews listings,
      Announcements announcements,
      TransactionTemplate transaction,
      NotificationsSettings settings,
      InstantSource clock) {
    this.digests = digests;
    this.matches = matches;
    this.listings = listings;
    this.announcements = announcements;
    this.transaction = transaction;
    this.calendar = settings.calendar();
    this.most = settings.digest().most();
    this.clock = clock;
  }

  /** Makes the summaries of the period that is due, unless they have been made. */
  public void run() {
    Period period = calendar.due(clock.instant());
    if (!digests.begin(Audience.MEMBERS, period.day(), clock.instant())) {
      return;
    }
    boolean finished = true;
    for (UUID organisation : digests.organisationsWaiting(period.withWeekly())) {
      Boolean done = transaction.execute(status -> gather(organisation, period));
      finished &= Boolean.TRUE.equals(done);
    }
    if (finished) {
      digests.finish(Audience.MEMBERS, period.day(), clock.instant());
    }
  }

  /** The same for what was found after the period's summaries had been made. */
  void catchUp() {
    digests.reopen(Audience.MEMBERS, calendar.due(clock.instant()).day());
    run();
  }

  /** False while another instance is at it, so that the period is not finished over its head. */
  private boolean gather(UUID organisation, Period period) {
    List<Waiting> waiting = digests.waiting(organisation, period.withWeekly());
    if (waiting.isEmpty()) {
      return false;
    }
    MemberDigest digest = new MemberDigest(period.day(), sections(waiting));
    Subject subject =
        new Subject(
            organisation,
            "DIGEST:" + period.day(),
            UUID.nameUUIDFromBytes(
                (organisation + "/" + period.day())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            MailKind.MEMBER_DIGEST);
    if (announcements.mail(subject, digest)) {
      Instant now = clock.instant();
      matches.telling(waiting.stream().map(Waiting::match).toList(), State.DIGESTED, now);
    }
    return true;
  }

  /** The best over all needs find room; what does not is counted under its need. */
  private List<Section> sections(List<Waiting> waiting) {
    List<Waiting> shown = waiting.subList(0, Math.min(most, waiting.size()));
    Map<UUID, Headline> known = listings.headlines(shown.stream().map(Waiting::listing).toList());
    Map<UUID, List<Waiting>> byNeed = new LinkedHashMap<>();
    waiting.forEach(it -> byNeed.computeIfAbsent(it.need(), need -> new ArrayList<>()).add(it));
    List<Section> sections = new ArrayList<>();
    byNeed.forEach(
        (need, all) -> {
          List<Found> best =
              all.stream()
                  .filter(shown::contains)
                  .map(it -> found(it, known.get(it.listing())))
                  .toList();
          sections.add(
              new Section(need, all.getFirst().needTitle(), best, all.size() - best.size()));
        });
    return sections.stream().filter(section -> !section.best().isEmpty()).toList();
  }

  private static Found found(Waiting it, @org.jspecify.annotations.Nullable Headline known) {
    return Finds.found(it.match(), known, it.listing(), it.titles(), it.reasons());
  }
}
