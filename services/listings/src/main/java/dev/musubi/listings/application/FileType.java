package dev.musubi.listings.application;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, by its first bytes: neither its name nor what the sender says is trusted. */
enum FileType {
  PDF("application/pdf"),
  PNG("image/png"),
  JPEG("image/jpeg"),
  WEBP("image/webp");

  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private final String mediaType;

  FileType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<FileType> of(byte[] content) {
    if (begins(content, 0, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(PDF);
    }
    if (begins(content, 0, PNG_MARK)) {
      return Optional.of(PNG);
    }
    if (begins(content, 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
      return Optional.of(JPEG);
    }
    boolean riff = begins(content, 0, "RIFF".getBytes(StandardCharsets.US_ASCII));
    boolean webp = begins(content, 8, "WEBP".getBytes(StandardCharsets.US_ASCII));
    return riff && webp ? Optional.of(WEBP) : Optional.empty();
  }

  private static boolean begins(byte[] content, int at, byte[] mark) {
    return content.length >= at + mark.length
        && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
  }
}
