package dev.musubi.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with {@code model.onnx}, {@code tokenizer.json} and a {@code CARD.md} that names the
 * SHA-256 of both. A {@code centre.tsv}, when there is one, belongs to the model and is named by
 * the card as well.
 *
 * @param path of the folder; its last part is the model's name
 */
public record ModelFolder(Path path) {
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

  /** The file of the network. */
  public Path weights() {
    return path.resolve("model.onnx");
  }

  /** The file by which texts become tokens. */
  public Path tokenizer() {
    return path.resolve("tokenizer.json");
  }

  private Path means() {
    return path.resolve("centre.tsv");
  }

  /** What is common to its vectors; nothing when the model knows no such data. */
  Centre centre(int dimensions) {
    return Files.exists(means()) ? Centre.read(means(), dimensions) : Centre.none();
  }

  /** The name for people: that of the folder. */
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /**
   * Reads the files and holds them against the card.
   *
   * @return SHA-256 of the weights; with a {@code centre.tsv} that of both hashes, because its
   *     vectors are not those of the weights alone
   * @throws InvalidModel in one line, when a file is missing or is not the one that the card
   *     describes
   */
  public String verify() {
    String card = read(path.resolve("CARD.md"));
    String weights = sha256(weights());
    String tokens = sha256(tokenizer());
    if (!named(card, weights)) {
      throw new InvalidModel(weights() + " is not the file that its CARD.md describes: " + weights);
    }
    if (!named(card, tokens)) {
      throw new InvalidModel(
          tokenizer() + " is not the file that its CARD.md describes: " + tokens);
    }
    if (!Files.exists(means())) {
      return weights;
    }
    String common = sha256(means());
    if (!named(card, common)) {
      throw new InvalidModel(means() + " is not the file that its CARD.md describes: " + common);
    }
    return hex(digest().digest((weights + common).getBytes(StandardCharsets.US_ASCII)));
  }

  private static boolean named(String card, String hash) {
    Matcher matcher = HASH.matcher(card);
    while (matcher.find()) {
      if (hash.equals(matcher.group())) {
        return true;
      }
    }
    return false;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidModel(
          "The embedding model lacks " + file + ": point MUSUBI_MODEL to its folder");
    }
  }

  private static String sha256(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidModel(
          "The embedding model lacks " + file + ": point MUSUBI_MODEL to its folder");
    }
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest = new DigestInputStream(in, digest())) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return hex(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The folder does not hold a model that can be used. The message is one line for an operator. */
  public static final class InvalidModel extends RuntimeException {
    InvalidModel(String message) {
      super(message);
    }
  }
}
