package dev.musubi.deals.persistence;

import dev.musubi.deals.application.Deals;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.Message;
import dev.musubi.http.VersionConflict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeals implements Deals {
  private final JdbcClient jdbc;

  JdbcDeals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean insert(Deal deal) {
    return jdbc.sql(
                """
                INSERT INTO deal (id, version, listing, need, match, seeker, owner, broker,
                  anonymous, stage, stage_since, answer_due_at, opened_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (listing, seeker) WHERE stage IN ('INQUIRY', 'IN_TALKS') DO NOTHING
                """)
            .params(deal.id(), deal.version(), deal.listing())
            .param(deal.need())
            .param(deal.match())
            .params(deal.seeker(), deal.owner())
            .param(deal.broker())
            .params(deal.anonymous(), DealRow.stage(deal.progress()))
            .params(DealRow.time(DealRow.since(deal)), DealRow.time(deal.answerDueAt()))
            .params(DealRow.time(deal.openedAt()), DealRow.time(deal.changedAt()))
            .update()
        == 1;
  }

  @Override
  public void update(Deal deal) {
    int rows =
        jdbc.sql(
                """
                UPDATE deal SET version = ?, anonymous = ?, stage = ?, reminded = ?,
                  decline_reason = ?, close_reason = ?, closed_by = ?, stage_since = ?,
                  changed_at = ?
                WHERE id = ? AND version = ?
                """)
            .params(deal.version(), deal.anonymous(), DealRow.stage(deal.progress()))
            .param(DealRow.reminded(deal.progress()))
            .param(DealRow.declineReason(deal.progress()))
            .param(DealRow.closeReason(deal.progress()))
            .param(DealRow.closedBy(deal.progress()))
            .params(DealRow.time(DealRow.since(deal)), DealRow.time(deal.changedAt()))
            .params(deal.id(), deal.version() - 1)
            .update();
    if (rows != 1) {
      throw new VersionConflict();
    }
  }

  @Override
  public Optional<Deal> lock(UUID id) {
    return jdbc.sql("SELECT * FROM deal WHERE id = ? FOR UPDATE")
        .param(id)
        .query((row, _) -> DealRow.deal(row))
        .optional();
  }

  @Override
  public Optional<UUID> open(UUID listing, UUID seeker) {
    return jdbc.sql(
            """
            SELECT id FROM deal
            WHERE listing = ? AND seeker = ? AND stage IN ('INQUIRY', 'IN_TALKS')
            """)
        .params(listing, seeker)
        .query(UUID.class)
        .optional();
  }

  @Override
  public List<Deal> lockOverdue(Instant now, int most) {
    return jdbc.sql(
            """
            SELECT * FROM deal
            WHERE stage = 'INQUIRY' AND NOT reminded AND answer_due_at < ?
            ORDER BY answer_due_at LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(DealRow.time(now), most)
        .query((row, _) -> DealRow.deal(row))
        .list();
  }

  @Override
  public void write(Message message) {
    jdbc.sql(
            """
            INSERT INTO deal_message (id, deal, side, account, text, written_at, alone)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(message.id(), message.deal(), message.side().name(), message.account())
        .params(message.text(), DealRow.time(message.at()), message.alone())
        .update();
  }

  @Override
  public List<Message> latestAlone(UUID deal) {
    return jdbc.sql(
            """
            SELECT * FROM (
              SELECT DISTINCT ON (side) * FROM deal_message
              WHERE deal = ? AND alone ORDER BY side, id DESC) AS latest
            ORDER BY id
            """)
        .param(deal)
        .query((row, _) -> DealRow.message(row))
        .list();
  }
}
