package dev.musubi.notifications.persistence;

import dev.musubi.model.Language;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.persistence.Subscriptions.Choice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs of consent: which text, when, from where, and when it was confirmed. */
@Repository
public class Consents {
  private final JdbcClient jdbc;

  Consents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a request, which is not yet a consent. */
  public void request(Consent consent, Origin origin, Instant now) {
    jdbc.sql(
            """
            insert into consent (id, subscription_id, form_version, lang, frequency, interests,
              requested_at, requested_from, requested_with, expires_at)
            values (:id, :subscription, :form, :lang, :frequency, :interests::jsonb, :now, :from,
              :with, :expiresAt)
            """)
        .param("id", consent.id())
        .param("subscription", consent.subscription())
        .param("form", consent.formVersion())
        .param("lang", consent.choice().lang().code())
        .param("frequency", consent.choice().frequency().name())
        .param("interests", Json.write(consent.choice().interests()))
        .param("now", Columns.at(now))
        .param("from", origin.addressHash())
        .param("with", origin.agentHash())
        .param("expiresAt", Columns.at(consent.expiresAt()))
        .update();
  }

  /** The request. */
  public Optional<Consent> find(UUID id) {
    return jdbc.sql("select * from consent where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Consent(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "subscription_id"),
                    row.getString("form_version"),
                    new Choice(
                        Language.parse(row.getString("lang")),
                        DigestFrequency.valueOf(row.getString("frequency")),
                        Json.read(row.getString("interests"), Interests.class)),
                    Columns.instant(row, "expires_at"),
                    Columns.instantOrNull(row, "confirmed_at")))
        .optional();
  }

  /** Notes the confirmation. False when it was given before: a request is confirmed once. */
  public boolean confirm(UUID id, Origin origin, Instant now) {
    return jdbc.sql(
                """
                update consent set confirmed_at = :now, confirmed_from = :from, confirmed_with = :with
                where id = :id and confirmed_at is null
                """)
            .param("id", id)
            .param("now", Columns.at(now))
            .param("from", origin.addressHash())
            .param("with", origin.agentHash())
            .update()
        > 0;
  }

  /** How many requests there were for a subscription since a moment. */
  public int requestedSince(UUID subscription, Instant since) {
    return jdbc.sql(
            """
            select count(*) from consent
            where subscription_id = :subscription and requested_at > :since
            """)
        .param("subscription", subscription)
        .param("since", Columns.at(since))
        .query(Integer.class)
        .single();
  }

  /** Deletes requests that were never confirmed. */
  public int forgetUnconfirmed(Instant before) {
    return jdbc.sql("delete from consent where confirmed_at is null and requested_at < :before")
        .param("before", Columns.at(before))
        .update();
  }

  /**
   * A request and, once confirmed, the proof.
   *
   * @param formVersion the text that was shown
   */
  public record Consent(
      UUID id,
      UUID subscription,
      String formVersion,
      Choice choice,
      Instant expiresAt,
      @Nullable Instant confirmedAt) {}

  /** Where a request came from, as keyed hashes. */
  public record Origin(String addressHash, String agentHash) {}
}
