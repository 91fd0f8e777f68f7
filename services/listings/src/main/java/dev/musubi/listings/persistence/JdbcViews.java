package dev.musubi.listings.persistence;

import dev.musubi.listings.application.Views;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcViews implements Views {
  private final JdbcClient jdbc;

  JdbcViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void count(UUID listing, LocalDate day) {
    jdbc.sql(
            """
            INSERT INTO listing_view (listing_id, day, views) VALUES (?, ?, 1)
            ON CONFLICT (listing_id, day) DO UPDATE SET views = listing_view.views + 1
            """)
        .params(listing, day)
        .update();
  }

  @Override
  public List<Day> since(UUID listing, LocalDate first) {
    return jdbc.sql(
            """
            SELECT day, views FROM listing_view WHERE listing_id = ? AND day >= ? ORDER BY day
            """)
        .params(listing, first)
        .query((row, number) -> new Day(row.getObject(1, LocalDate.class), row.getLong(2)))
        .list();
  }

  @Override
  public long total(UUID listing) {
    return jdbc.sql("SELECT coalesce(sum(views), 0) FROM listing_view WHERE listing_id = ?")
        .param(listing)
        .query(Long.class)
        .single();
  }
}
