package dev.musubi.notifications.persistence;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes by age. */
@Repository
public class Retention {
  private final JdbcClient jdbc;

  Retention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Alerts of the page. What was told is remembered by the match, so none comes back. */
  public int alerts(Instant before) {
    return delete("delete from alert where created_at < :before", before);
  }

  /** Mails and mailings that have reached their end. */
  public int deliveries(Instant before) {
    delete("delete from mailing where addressed_at < :before", before);
    delete("delete from digest_run where finished_at < :before", before);
    return delete("delete from delivery where settled_at < :before", before);
  }

  private int delete(String statement, Instant before) {
    return jdbc.sql(statement).param("before", Columns.at(before)).update();
  }
}
