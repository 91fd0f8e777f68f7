package dev.musubi.listings.persistence;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.listings.application.Organisations;
import dev.musubi.listings.domain.Lister;
import dev.musubi.model.event.OrganisationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** The projection of {@code organisation} events; one that has not arrived yet is asked for. */
@Component
final class JdbcOrganisations implements Organisations {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcOrganisations.class);

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final AskProfiles profiles;

  JdbcOrganisations(JdbcClient jdbc, JdbcTemplate template, AskProfiles profiles) {
    this.jdbc = jdbc;
    this.template = template;
    this.profiles = profiles;
  }

  @Override
  public Lister get(UUID id) {
    Optional<Lister> known =
        jdbc.sql("SELECT * FROM organisation WHERE id = ?")
            .param(id)
            .query(JdbcOrganisations::lister)
            .optional();
    return known.orElseGet(() -> ask(id));
  }

  private Lister ask(UUID id) {
    try {
      return profiles.organisation(id);
    } catch (HttpClientErrorException.NotFound e) {
      throw new NotFound();
    } catch (RestClientException e) {
      LOG.warn("Profiles did not tell about organisation {}", id, e);
      throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "problem.status.503.detail")
          .header("Retry-After", "5");
    }
  }

  @Override
  public void keep(OrganisationState it) {
    template.update(
        """
        INSERT INTO organisation (id, version, kind, name, name_en, corporate_number, prefecture)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, kind = excluded.kind,
          name = excluded.name, name_en = excluded.name_en,
          corporate_number = excluded.corporate_number, prefecture = excluded.prefecture
        WHERE organisation.version < excluded.version
        """,
        it.id(),
        it.version(),
        it.kind().name(),
        it.name(),
        it.nameEn(),
        it.corporateNumber(),
        it.prefecture());
  }

  @Override
  public void forget(UUID id, long version) {
    jdbc.sql("DELETE FROM organisation WHERE id = ? AND version <= ?").params(id, version).update();
  }

  private static Lister lister(ResultSet row, int number) throws SQLException {
    return new Lister(
        ListingRows.uuid(row, "id"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("corporate_number"),
        row.getString("prefecture"));
  }
}
