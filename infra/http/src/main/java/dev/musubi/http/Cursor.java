package dev.musubi.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where the next page begins: the sort key of the last item of this one. Opaque to callers, who
 * hand it back as they got it.
 */
public record Cursor(List<String> parts) {
  private static final String SEPARATOR = "\u001f";

  public Cursor {
    parts = List.copyOf(parts);
  }

  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
  }

  /** The text that goes out. */
  public String encode() {
    byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor that came in.
   *
   * @throws InvalidParameter when it is none of ours
   */
  public static Cursor decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String joined = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Cursor(Arrays.asList(joined.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw wrong();
    }
  }

  public String text(int index) {
    if (index >= parts.size()) {
      throw wrong();
    }
    return parts.get(index);
  }

  public UUID uuid(int index) {
    try {
      return UUID.fromString(text(index));
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  public long number(int index) {
    try {
      return Long.parseLong(text(index));
    } catch (NumberFormatException e) {
      throw wrong();
    }
  }

  public Instant instant(int index) {
    try {
      return Instant.parse(text(index));
    } catch (DateTimeException e) {
      throw wrong();
    }
  }

  private static InvalidParameter wrong() {
    return new InvalidParameter(new FieldError("cursor", "cursor"));
  }
}
