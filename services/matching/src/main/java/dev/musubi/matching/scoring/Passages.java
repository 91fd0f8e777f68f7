package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The sentences of a document of which the nearest is shown as a reason. They are read from the
 * document as the index holds it, when their vectors are made and when one is looked for: the hash
 * tells whether both have read the same.
 *
 * @param sentences the first ones, in the order of telling fields; the title is shown anyway
 */
public record Passages(List<Sentence> sentences) {
  /** More are not looked at. */
  private static final int MOST = 12;

  public Passages {
    sentences = List.copyOf(sentences);
  }

  /** A sentence with the field in which it stands. */
  public record Sentence(String field, String text) {}

  /** The sentences of a document, in the first language that it is written in. */
  public static Passages of(JsonNode document) {
    for (var language : Language.values()) {
      var texts = document.path(language.code());
      if (texts.isObject()) {
        return new Passages(sentences(texts));
      }
    }
    return new Passages(List.of());
  }

  private static List<Sentence> sentences(JsonNode texts) {
    var sentences = new ArrayList<Sentence>();
    for (var field : TextSettings.Fields.SHIPPED.order()) {
      var room = MOST - sentences.size();
      if (room > 0 && !field.equals("title")) {
        Sentences.of(texts.path(field).asString(""), room)
            .forEach(it -> sentences.add(new Sentence(field, it)));
      }
    }
    return sentences;
  }

  /** The texts, in the order of their vectors. */
  public List<String> texts() {
    return sentences.stream().map(Sentence::text).toList();
  }

  /** The same for the same sentences in the same order, and for no others. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var sentence : sentences) {
        digest.update(sentence.text().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("Every JDK has SHA-256", none);
    }
  }
}
