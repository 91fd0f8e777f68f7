package dev.musubi.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Vectors by content hash in PostgreSQL (table {@code vector}, see {@code db/migration/embedding}),
 * so that a rebuild never embeds the same text twice.
 */
public final class KeptVectors {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcTemplate jdbc;
  private final Embedder embedder;

  /**
   * @param jdbc on the schema that holds the table
   * @param embedder makes what is not kept yet
   */
  public KeptVectors(JdbcTemplate jdbc, Embedder embedder) {
    this.jdbc = jdbc;
    this.embedder = embedder;
  }

  /** What makes the vectors. */
  public ModelIdentity model() {
    return embedder.model();
  }

  /**
   * Vectors of texts, made in bulk where they are not kept yet.
   *
   * @return one unit vector a text, in the same order
   * @throws EmbeddingUnavailable when one must be made and cannot
   */
  public List<float[]> of(Role role, List<String> texts) {
    Map<String, String> byHash = new LinkedHashMap<>();
    List<String> hashes = new ArrayList<>(texts.size());
    for (String text : texts) {
      String hash = HEX.formatHex(TextHash.of(role, text));
      hashes.add(hash);
      byHash.putIfAbsent(hash, text);
    }
    Map<String, float[]> known = kept(List.copyOf(byHash.keySet()));
    List<String> missing = byHash.keySet().stream().filter(h -> !known.containsKey(h)).toList();
    if (!missing.isEmpty()) {
      List<float[]> made = embedder.embedInBulk(role, missing.stream().map(byHash::get).toList());
      keep(missing, made);
      for (int i = 0; i < missing.size(); i++) {
        known.put(missing.get(i), made.get(i));
      }
    }
    return hashes.stream().map(known::get).toList();
  }

  /** Those that are kept already, by text; none is made. */
  public Map<String, float[]> known(Role role, Collection<String> texts) {
    Map<String, String> byHash = new LinkedHashMap<>();
    texts.forEach(text -> byHash.putIfAbsent(HEX.formatHex(TextHash.of(role, text)), text));
    Map<String, float[]> found = new HashMap<>();
    kept(List.copyOf(byHash.keySet()))
        .forEach((hash, vector) -> found.put(byHash.get(hash), vector));
    return found;
  }

  /** The vector of one text that somebody waits for: kept, or made before all that is in bulk. */
  public float[] now(Role role, String text) {
    String hash = HEX.formatHex(TextHash.of(role, text));
    float[] known = kept(List.of(hash)).get(hash);
    if (known != null) {
      return known;
    }
    float[] made = embedder.embed(role, List.of(text)).getFirst();
    keep(List.of(hash), List.of(made));
    return made;
  }

  private Map<String, float[]> kept(List<String> hashes) {
    Map<String, float[]> found = new HashMap<>();
    byte[][] keys = hashes.stream().map(HEX::parseHex).toArray(byte[][]::new);
    jdbc.query(
        "select hash, value from vector where model = ? and hash = any (?)",
        statement -> {
          statement.setString(1, model().key());
          statement.setArray(2, statement.getConnection().createArrayOf("bytea", keys));
        },
        row -> {
          found.put(HEX.formatHex(row.getBytes(1)), floats(row.getBytes(2)));
        });
    return found;
  }

  private void keep(List<String> hashes, List<float[]> vectors) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      rows.add(new Object[] {model().key(), HEX.parseHex(hashes.get(i)), bytes(vectors.get(i))});
    }
    jdbc.batchUpdate(
        "insert into vector (model, hash, value) values (?, ?, ?) on conflict do nothing", rows);
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer buffer = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
