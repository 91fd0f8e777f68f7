package dev.musubi.observability;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the database answers, through the pool that requests use too. */
final class DatabaseWatch implements Watched {
  private static final int SECONDS = 2;

  private final JdbcTemplate jdbc;

  DatabaseWatch(DataSource pool) {
    this.jdbc = new JdbcTemplate(pool);
    jdbc.setQueryTimeout(SECONDS);
  }

  @Override
  public String what() {
    return "postgres";
  }

  @Override
  public List<Reading> readings() {
    long from = System.nanoTime();
    jdbc.execute("SELECT 1");
    return List.of(Reading.answers(what(), Duration.ofNanos(System.nanoTime() - from)));
  }
}
