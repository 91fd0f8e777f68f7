package dev.musubi.notifications.persistence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails each account wants. Without a row it wants all. */
@Repository
public class Preferences {
  private final JdbcClient jdbc;

  Preferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The account's choice; version 0 is the default. */
  public Preference of(String account) {
    return jdbc.sql("select * from alert_preference where account_id = :account")
        .param("account", account)
        .query(
            (row, n) ->
                new Preference(
                    row.getLong("version"),
                    row.getBoolean("match_mails"),
                    row.getBoolean("digest_mails"),
                    row.getBoolean("deal_mails")))
        .optional()
        .orElse(new Preference(0, true, true, true));
  }

  /**
   * Replaces the choice if it still has this version.
   *
   * @return the new choice, or nothing when somebody was faster
   */
  public Optional<Preference> replace(
      String account, UUID organisation, Preference wanted, Instant now) {
    int changed =
        wanted.version() == 0
            ? insert(account, organisation, wanted, now)
            : update(account, organisation, wanted, now);
    return changed == 0 ? Optional.empty() : Optional.of(wanted.next());
  }

  private int insert(String account, UUID organisation, Preference wanted, Instant now) {
    return jdbc.sql(
            """
            insert into alert_preference (account_id, organisation_id, version, match_mails,
              digest_mails, deal_mails, changed_at)
            values (:account, :organisation, 1, :matches, :digests, :deals, :now)
            on conflict do nothing
            """)
        .param("account", account)
        .param("organisation", organisation)
        .param("matches", wanted.matchMails())
        .param("digests", wanted.digestMails())
        .param("deals", wanted.dealMails())
        .param("now", Columns.at(now))
        .update();
  }

  private int update(String account, UUID organisation, Preference wanted, Instant now) {
    return jdbc.sql(
            """
            update alert_preference set version = version + 1,
              organisation_id = :organisation, match_mails = :matches,
              digest_mails = :digests, deal_mails = :deals, changed_at = :now
            where account_id = :account and version = :version
            """)
        .param("account", account)
        .param("organisation", organisation)
        .param("version", wanted.version())
        .param("matches", wanted.matchMails())
        .param("digests", wanted.digestMails())
        .param("deals", wanted.dealMails())
        .param("now", Columns.at(now))
        .update();
  }

  /**
   * Stops a stream of mails by a link in one of them, whatever version the choice has. The
   * organisation is not known to the link; the account's next own choice fills it in.
   */
  public void stop(String account, Preference wanted, Instant now) {
    jdbc.sql(
            """
            insert into alert_preference (account_id, version, match_mails, digest_mails, deal_mails,
              changed_at)
            values (:account, 1, :matches, :digests, :deals, :now)
            on conflict (account_id) do update set version = alert_preference.version + 1,
              match_mails = alert_preference.match_mails and :matches,
              digest_mails = alert_preference.digest_mails and :digests, changed_at = :now
            """)
        .param("account", account)
        .param("matches", wanted.matchMails())
        .param("digests", wanted.digestMails())
        .param("deals", wanted.dealMails())
        .param("now", Columns.at(now))
        .update();
  }

  /**
   * What an account wants by mail.
   *
   * @param version 0 when it never chose
   */
  public record Preference(
      long version, boolean matchMails, boolean digestMails, boolean dealMails) {
    Preference next() {
      return new Preference(version + 1, matchMails, digestMails, dealMails);
    }
  }
}
