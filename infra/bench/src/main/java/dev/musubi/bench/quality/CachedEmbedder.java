package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.ModelIdentity;
import dev.musubi.embedding.Role;
import dev.musubi.embedding.TextHash;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Never makes a vector twice: those of earlier runs are read from a file. What is missing is made
 * in portions that are kept at once, so that a run that is broken off has lost little.
 */
final class CachedEmbedder implements Embedder {
  private static final int PORTION = 64;
  private static final HexFormat HEX = HexFormat.of();

  private final Embedder embedder;
  private final VectorFile file;
  private final Map<String, float[]> known;
  private final PrintWriter told;

  /**
   * @param told where long work is told of
   */
  CachedEmbedder(Embedder embedder, VectorFile file, PrintWriter told) {
    this.embedder = embedder;
    this.file = file;
    this.known = file.read();
    this.told = told;
  }

  /** What makes the vectors, without memory. */
  Embedder maker() {
    return embedder;
  }

  @Override
  public ModelIdentity model() {
    return embedder.model();
  }

  @Override
  public synchronized List<float[]> embed(Role role, List<String> texts) {
    var hashes = texts.stream().map(it -> HEX.formatHex(TextHash.of(role, it))).toList();
    var missing = new LinkedHashMap<String, String>();
    for (var i = 0; i < texts.size(); i++) {
      if (!known.containsKey(hashes.get(i))) {
        missing.putIfAbsent(hashes.get(i), texts.get(i));
      }
    }
    make(role, missing);
    var vectors = new ArrayList<float[]>(texts.size());
    for (var hash : hashes) {
      vectors.add(java.util.Objects.requireNonNull(known.get(hash)));
    }
    return vectors;
  }

  private void make(Role role, Map<String, String> missing) {
    var hashes = List.copyOf(missing.keySet());
    var progress = new Progress(told, Texts.of("progress.embedding"), hashes.size());
    for (var from = 0; from < hashes.size(); from += PORTION) {
      var portion = hashes.subList(from, Math.min(from + PORTION, hashes.size()));
      var texts = portion.stream().map(it -> missing.getOrDefault(it, "")).toList();
      var made = embedder.embedInBulk(role, texts);
      var fresh = new LinkedHashMap<String, float[]>();
      for (var i = 0; i < portion.size(); i++) {
        fresh.put(portion.get(i), made.get(i));
      }
      file.append(fresh);
      known.putAll(fresh);
      progress.at(from + (long) portion.size());
    }
  }

  @Override
  public void close() {
    embedder.close();
  }
}
