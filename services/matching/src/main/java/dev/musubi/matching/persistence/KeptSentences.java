package dev.musubi.matching.persistence;

import dev.musubi.matching.scoring.PackedVectors;
import dev.musubi.matching.scoring.Passages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Vectors of documents' sentences, a row a document, by the hash of the sentences: a rebuild never
 * makes them twice.
 */
@Repository
public class KeptSentences {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcTemplate jdbc;

  KeptSentences(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those that are there, by hash.
   *
   * @param model key of what made them
   */
  public Map<String, byte[]> known(String model, Collection<Passages> passages) {
    var keys =
        passages.stream().map(Passages::hash).distinct().map(HEX::parseHex).toArray(byte[][]::new);
    var found = new HashMap<String, byte[]>();
    jdbc.query(
        "SELECT hash, vectors FROM sentences WHERE model = ? AND hash = ANY (?)",
        statement -> {
          statement.setString(1, model);
          statement.setArray(2, statement.getConnection().createArrayOf("bytea", keys));
        },
        row -> {
          found.put(HEX.formatHex(row.getBytes(1)), row.getBytes(2));
        });
    return found;
  }

  /**
   * Keeps a document's.
   *
   * @param vectors one a sentence
   */
  public void keep(String model, Map<Passages, List<float[]>> vectors) {
    var rows = new ArrayList<Object[]>();
    vectors.forEach(
        (passages, its) ->
            rows.add(new Object[] {model, HEX.parseHex(passages.hash()), PackedVectors.pack(its)}));
    jdbc.batchUpdate(
        "INSERT INTO sentences (model, hash, vectors) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        rows);
  }
}
