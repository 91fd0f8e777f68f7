package dev.musubi.notifications.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads the tokens of links in mails. A token is purpose, id and a keyed hash of both, so
 * it can be checked without a table and cannot be guessed; it holds no address. What it may still
 * do (a confirmation works once and expires) is decided by the row it names.
 */
public final class Tokens {
  private static final int MAC_BYTES = 16;
  private static final int LENGTH = 1 + 16 + MAC_BYTES;

  private final KeyedHash hash;

  /** Tokens under this secret; another secret makes every token sent so far unknown. */
  public Tokens(KeyedHash hash) {
    this.hash = hash;
  }

  /** The text of the token: 44 characters that are safe in an address. */
  public String write(Token token) {
    byte[] named = named(token.purpose(), token.id());
    byte[] whole = Arrays.copyOf(named, LENGTH);
    System.arraycopy(mac(named), 0, whole, named.length, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** What the text stands for, or nothing when it was not made here. */
  public Optional<Token> read(String text) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    if (whole.length != LENGTH) {
      return Optional.empty();
    }
    byte[] named = Arrays.copyOf(whole, LENGTH - MAC_BYTES);
    byte[] mac = Arrays.copyOfRange(whole, LENGTH - MAC_BYTES, LENGTH);
    if (!MessageDigest.isEqual(mac, mac(named))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(named);
    int code = buffer.get();
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    return Arrays.stream(Token.Purpose.values())
        .filter(purpose -> purpose.code() == code)
        .map(purpose -> new Token(purpose, id))
        .findFirst();
  }

  private byte[] mac(byte[] named) {
    return Arrays.copyOf(hash.of("token", named), MAC_BYTES);
  }

  private static byte[] named(Token.Purpose purpose, UUID id) {
    return ByteBuffer.allocate(LENGTH - MAC_BYTES)
        .put((byte) purpose.code())
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
