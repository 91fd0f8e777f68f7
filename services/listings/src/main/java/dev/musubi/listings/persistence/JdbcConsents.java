package dev.musubi.listings.persistence;

import dev.musubi.listings.application.Consents;
import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.model.event.ListingState.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
final class JdbcConsents implements Consents {
  private static final String INSERT =
      """
      INSERT INTO listing_consent (listing_id, party, party_key, party_name, answer, basis, kinds,
        evidence, recorded_by, actor, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  JdbcConsents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public ConsentLedger ledger(UUID listing) {
    return ledgers(List.of(listing)).getOrDefault(listing, ConsentLedger.EMPTY);
  }

  @Override
  public Map<UUID, ConsentLedger> ledgers(Collection<UUID> listings) {
    Map<UUID, List<Consent>> entries = new HashMap<>();
    Object ids = listings.toArray(UUID[]::new);
    jdbc.query(
        "SELECT * FROM listing_consent WHERE listing_id = ANY (?) ORDER BY id",
        row -> {
          UUID id = ListingRows.uuid(row, "listing_id");
          entries.computeIfAbsent(id, key -> new ArrayList<>()).add(consent(row));
        },
        ids);
    Map<UUID, ConsentLedger> ledgers = new HashMap<>();
    entries.forEach((id, consents) -> ledgers.put(id, new ConsentLedger(consents)));
    return ledgers;
  }

  @Override
  public void append(Map<UUID, List<Consent>> consents) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    consents.forEach((id, given) -> given.forEach(it -> rows.add(row(id, it))));
    jdbc.batchUpdate(INSERT, rows);
  }

  private static @Nullable Object[] row(UUID listing, Consent it) {
    return new @Nullable Object[] {
      listing,
      it.party().name(),
      it.partyKey(),
      it.partyName(),
      it.answer().name(),
      it.basis().name(),
      it.kinds().stream().map(Offer.Kind::name).toArray(String[]::new),
      it.evidence(),
      it.recordedBy(),
      it.actor(),
      ListingRows.time(it.at())
    };
  }

  private static Consent consent(ResultSet row) throws SQLException {
    String[] kinds = (String[]) row.getArray("kinds").getArray();
    return new Consent(
        Consent.Party.valueOf(row.getString("party")),
        row.getString("party_key"),
        row.getString("party_name"),
        Consent.Answer.valueOf(row.getString("answer")),
        Consent.Basis.valueOf(row.getString("basis")),
        Arrays.stream(kinds).map(Offer.Kind::valueOf).toList(),
        row.getString("evidence"),
        row.getObject("recorded_by", UUID.class),
        row.getString("actor"),
        ListingRows.instant(row, "at"));
  }
}
