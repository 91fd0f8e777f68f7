package dev.musubi.listings.persistence;

import dev.musubi.listings.application.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcDocuments implements Documents {
  private static final String SELECT =
      """
      SELECT id, listing_id, name, type, size, sha256, visibility, at FROM listing_document
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  JdbcDocuments(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  @Override
  public void insert(Document it, byte[] content) {
    template.update(
        """
        INSERT INTO listing_document
          (id, listing_id, name, type, size, sha256, visibility, at, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        it.id(),
        it.listingId(),
        it.name(),
        it.type(),
        it.size(),
        it.sha256(),
        it.visibility().name(),
        ListingRows.time(it.at()),
        content);
  }

  @Override
  public List<Document> of(UUID listing) {
    return jdbc.sql(SELECT + "WHERE listing_id = ? ORDER BY id")
        .param(listing)
        .query(JdbcDocuments::document)
        .list();
  }

  @Override
  public Optional<Document> find(UUID listing, UUID id) {
    return jdbc.sql(SELECT + "WHERE listing_id = ? AND id = ?")
        .params(listing, id)
        .query(JdbcDocuments::document)
        .optional();
  }

  @Override
  public byte[] content(UUID id) {
    return jdbc.sql("SELECT content FROM listing_document WHERE id = ?")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  @Override
  public boolean delete(UUID listing, UUID id) {
    return jdbc.sql("DELETE FROM listing_document WHERE listing_id = ? AND id = ?")
            .params(listing, id)
            .update()
        > 0;
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        ListingRows.uuid(row, "id"),
        ListingRows.uuid(row, "listing_id"),
        row.getString("name"),
        row.getString("type"),
        row.getLong("size"),
        row.getString("sha256"),
        Visibility.valueOf(row.getString("visibility")),
        ListingRows.instant(row, "at"));
  }
}
