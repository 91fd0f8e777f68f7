package dev.musubi.notifications.persistence;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers for ever what an organisation has been told, and by which way. */
@Repository
class Told {
  private final JdbcClient jdbc;

  Told(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * True for the first who asks, whose transaction then tells it; waits for one that is under way.
   */
  boolean first(UUID organisation, Way way, String subjectKey) {
    return jdbc.sql(
                """
                insert into told (organisation_id, way, subject_key)
                values (:organisation, :way, :subject) on conflict do nothing
                """)
            .param("organisation", organisation)
            .param("way", way.name())
            .param("subject", subjectKey)
            .update()
        > 0;
  }

  enum Way {
    PAGE,
    MAIL
  }
}
