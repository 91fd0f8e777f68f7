package dev.musubi.listings.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Files that are no text: workbooks, archives, documents. They are never unpacked, so none can grow
 * when it is read.
 */
final class BinaryFile {
  /** How many bytes tell. */
  static final int ENOUGH = 4096;

  private static final List<byte[]> BEGINNINGS =
      List.of(
          bytes("PK\u0003\u0004"),
          bytes("PK\u0005\u0006"),
          bytes("%PDF-"),
          bytes("\u001f\u008b"),
          bytes("BZh"),
          bytes("7z\u00bc\u00af"),
          bytes("Rar!"),
          bytes("\u00fd7zXZ"),
          bytes("\u00d0\u00cf\u0011\u00e0"),
          bytes("\u0089PNG"),
          bytes("\u00ff\u00d8\u00ff"));

  private BinaryFile() {}

  /**
   * @param beginning at most {@link #ENOUGH} bytes
   */
  static boolean isOne(byte[] beginning) {
    return BEGINNINGS.stream().anyMatch(it -> startsWith(beginning, it))
        || (!isWide(beginning) && hasNul(beginning));
  }

  /** In UTF-16 every other byte of plain letters is zero. */
  private static boolean isWide(byte[] beginning) {
    return startsWith(beginning, bytes("\u00ff\u00fe"))
        || startsWith(beginning, bytes("\u00fe\u00ff"));
  }

  private static boolean hasNul(byte[] beginning) {
    for (byte each : beginning) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] all, byte[] start) {
    return all.length >= start.length
        && java.util.Arrays.equals(all, 0, start.length, start, 0, start.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
