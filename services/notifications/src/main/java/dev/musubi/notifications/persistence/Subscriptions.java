package dev.musubi.notifications.persistence;

import dev.musubi.model.Language;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.domain.MailAddress;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Digest subscriptions of people without an account. */
@Repository
public class Subscriptions {
  private final JdbcClient jdbc;

  Subscriptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a pending subscription unless the address has one; then that one, locked. */
  public Subscription obtain(Subscription fresh, String emailHash, Instant now) {
    jdbc.sql(
            """
            insert into subscription
              (id, version, email, email_hash, state, lang, frequency, interests, created_at)
            values (:id, 1, :email, :hash, 'PENDING', :lang, :frequency, :interests::jsonb, :now)
            on conflict (email_hash) do nothing
            """)
        .param("id", fresh.id())
        .param("email", fresh.email().text())
        .param("hash", emailHash)
        .param("lang", fresh.lang().code())
        .param("frequency", fresh.frequency().name())
        .param("interests", Json.write(fresh.interests()))
        .param("now", Columns.at(now))
        .update();
    return jdbc.sql("select * from subscription where email_hash = :hash for update")
        .param("hash", emailHash)
        .query((row, n) -> subscription(row))
        .single();
  }

  /** The subscription. */
  public Optional<Subscription> find(UUID id) {
    return jdbc.sql("select * from subscription where id = :id")
        .param("id", id)
        .query((row, n) -> subscription(row))
        .optional();
  }

  /** The subscription, locked until the end of the transaction. */
  public Optional<Subscription> lock(UUID id) {
    return jdbc.sql("select * from subscription where id = :id for update")
        .param("id", id)
        .query((row, n) -> subscription(row))
        .optional();
  }

  /** What was asked for takes effect. News of the recent past is part of the first digest. */
  public void confirm(UUID id, Choice choice, Instant newsSince, Instant now) {
    jdbc.sql(
            """
            update subscription set version = version + 1, state = 'CONFIRMED', ended_at = null,
              lang = :lang, frequency = :frequency, interests = :interests::jsonb,
              confirmed_at = :now,
              news_since = case when state = 'CONFIRMED' then news_since else :since end
            where id = :id
            """)
        .param("id", id)
        .param("lang", choice.lang().code())
        .param("frequency", choice.frequency().name())
        .param("interests", Json.write(choice.interests()))
        .param("since", Columns.at(newsSince))
        .param("now", Columns.at(now))
        .update();
  }

  /**
   * The person chose anew by a link in a mail, which proves the address as well as the first did.
   */
  public boolean choose(UUID id, Choice choice) {
    return jdbc.sql(
                """
                update subscription set version = version + 1, lang = :lang, frequency = :frequency,
                  interests = :interests::jsonb
                where id = :id and state = 'CONFIRMED'
                """)
            .param("id", id)
            .param("lang", choice.lang().code())
            .param("frequency", choice.frequency().name())
            .param("interests", Json.write(choice.interests()))
            .update()
        > 0;
  }

  /** Ends it: no further digest is sent. False when it had ended before. */
  public boolean end(UUID id, State why, Instant now) {
    return jdbc.sql(
                """
                update subscription set version = version + 1, state = :state, ended_at = :now
                where id = :id and ended_at is null
                """)
            .param("id", id)
            .param("state", why.name())
            .param("now", Columns.at(now))
            .update()
        > 0;
  }

  /** A mail has gone out: the time for which proof must be kept starts anew. */
  public void mailed(UUID id, Instant now) {
    jdbc.sql("update subscription set last_mail_at = :now where id = :id")
        .param("id", id)
        .param("now", Columns.at(now))
        .update();
  }

  /**
   * Takes subscriptions whose digest of a period has not been made. A claim keeps the other
   * instance from the same work; what makes a digest single is {@link #beginPeriod}.
   */
  public List<Subscription> claimDue(
      DigestFrequency frequency, LocalDate period, int limit, Duration lease) {
    return jdbc.sql(
            """
            update subscription set claimed_until = now() + make_interval(secs => :lease)
            where id in (select id from subscription
              where state = 'CONFIRMED' and frequency = :frequency
                and last_period is distinct from :period
                and (claimed_until is null or claimed_until < now())
              order by id limit :limit for update skip locked)
            returning *
            """)
        .param("lease", lease.toMillis() / 1000.0)
        .param("frequency", frequency.name())
        .param("period", period)
        .param("limit", limit)
        .query((row, n) -> subscription(row))
        .list();
  }

  /** How many digests of a period have not been made. */
  public int due(DigestFrequency frequency, LocalDate period) {
    return jdbc.sql(
            """
            select count(*) from subscription where state = 'CONFIRMED' and frequency = :frequency
              and last_period is distinct from :period
            """)
        .param("frequency", frequency.name())
        .param("period", period)
        .query(Integer.class)
        .single();
  }

  /** Notes that the digest of this period is being made; false when it was before. */
  public boolean beginPeriod(UUID id, LocalDate period, Instant newsSince) {
    return jdbc.sql(
                """
                update subscription set last_period = :period, news_since = :since,
                  claimed_until = null
                where id = :id and state = 'CONFIRMED'
                  and last_period is distinct from :period
                """)
            .param("id", id)
            .param("period", period)
            .param("since", Columns.at(newsSince))
            .update()
        > 0;
  }

  /** Gives up a claim, so that the digest is tried again soon. */
  public void release(UUID id, Duration pause) {
    jdbc.sql(
            """
            update subscription set claimed_until = now() + make_interval(secs => :pause)
            where id = :id
            """)
        .param("id", id)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  /** Those of the listings that this person was ever sent. */
  public List<UUID> sent(UUID id) {
    return jdbc.sql("select listing_id from digest_listing where subscription_id = :id")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  /** Notes that listings go to this person. */
  public void sending(UUID id, List<UUID> listings, UUID delivery) {
    jdbc.sql(
            """
            insert into digest_listing (subscription_id, listing_id, delivery_id)
            select :id, listing, :delivery from unnest(:listings::uuid[]) as listing
            on conflict do nothing
            """)
        .param("id", id)
        .param("delivery", delivery)
        .param("listings", listings.toArray(UUID[]::new))
        .update();
  }

  /** Deletes what was never confirmed, and its mails. */
  public int forgetUnconfirmed(Instant before) {
    return forget("state = 'PENDING' and created_at < :before", before);
  }

  /** Deletes what ended, once proof of consent need no longer be kept. */
  public int forgetEnded(Instant before) {
    return forget(
        "ended_at < :before and (last_mail_at is null or last_mail_at < :before)", before);
  }

  private int forget(String which, Instant before) {
    return jdbc.sql(
            """
            with gone as (delete from subscription where %s returning id),
              mails as (delete from delivery where recipient in
                (select 'subscription:' || id from gone))
            select count(*) from gone
            """
                .formatted(which))
        .param("before", Columns.at(before))
        .query(Integer.class)
        .single();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    Date period = row.getDate("last_period");
    return new Subscription(
        Columns.uuid(row, "id"),
        row.getLong("version"),
        new MailAddress(row.getString("email")),
        State.valueOf(row.getString("state")),
        Language.parse(row.getString("lang")),
        DigestFrequency.valueOf(row.getString("frequency")),
        Json.read(row.getString("interests"), Interests.class),
        Columns.instantOrNull(row, "news_since"),
        period == null ? null : period.toLocalDate());
  }

  /** Where a subscription stands. */
  public enum State {
    /** Waits for the confirmation. */
    PENDING,
    /** Receives digests. */
    CONFIRMED,
    /** Ended by the person. */
    UNSUBSCRIBED,
    /** Ended because the address does not exist any more. */
    BOUNCED
  }

  /** What a person chooses. */
  public record Choice(Language lang, DigestFrequency frequency, Interests interests) {}

  /**
   * A subscription.
   *
   * @param newsSince listings published after this are news to the person
   */
  public record Subscription(
      UUID id,
      long version,
      MailAddress email,
      State state,
      Language lang,
      DigestFrequency frequency,
      Interests interests,
      @Nullable Instant newsSince,
      @Nullable LocalDate lastPeriod) {}
}
